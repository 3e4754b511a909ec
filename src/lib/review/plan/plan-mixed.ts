import type { KindName } from '#lib/kinds/index.ts';

import type { StudyOutline, ItemOutline } from '../outline.ts';
import { fitsWith, soundItems } from './askable.ts';
import { drawLot } from './draw-lot.ts';
import { interleaved } from './interleave.ts';
import { bestOf } from './rank.ts';
import { together } from './together.ts';

export interface MixedRequest {
	outline: StudyOutline;
	/** At least 1; fewer items come if fewer fit. */
	count: number;
	/** The facts that were asked before, by id. */
	seen: ReadonlySet<string>;
	flawed: ReadonlySet<string>;
	seed: string;
}

/**
 * Plans a mixed test over all points, which take turns, with stimuli and then kinds as varied as possible. Items on facts
 * asked before come first, and no two enemies meet.
 *
 * @returns the ids of the items, in the order in which they are asked
 */
export function planMixed({ outline, count, seen, flawed, seed }: MixedRequest): string[] {
	const open = new Set(soundItems(outline, flawed));
	const taken: ItemOutline[] = [];
	const points = new Map<number, number>();
	const kinds = new Map<KindName, number>();
	const stimuli = new Set<string>();
	while (taken.length < count) {
		const next = bestOf(open, (item) => [
			item.facts.every((fact) => seen.has(fact)) ? 0 : 1,
			points.get(item.point) ?? 0,
			// Two about one stimulus stand together, and keep their point from taking turns.
			item.stimulus !== undefined && stimuli.has(item.stimulus) ? 1 : 0,
			kinds.get(item.kind) ?? 0,
			drawLot(seed, item.id)
		]);
		if (!next) break;
		taken.push(next);
		points.set(next.point, (points.get(next.point) ?? 0) + 1);
		kinds.set(next.kind, (kinds.get(next.kind) ?? 0) + 1);
		if (next.stimulus !== undefined) stimuli.add(next.stimulus);
		for (const item of open) if (!fitsWith(item, [next])) open.delete(item);
	}
	return interleaved(together(taken, outline.items), seed).map(({ id }) => id);
}
