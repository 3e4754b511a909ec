import type { KindName } from '#lib/kinds/index.ts';

import type { CourseOutline, ItemOutline } from '../outline.ts';
import { fitsWith, soundItems } from './askable.ts';
import { drawLot } from './draw-lot.ts';
import { interleaved } from './interleave.ts';
import { bestOf } from './rank.ts';
import { together } from './together.ts';

export interface MixedRequest {
	outline: CourseOutline;
	/** At least 1; fewer items come if fewer fit. */
	count: number;
	/** The facts that were asked before, by id. */
	seen: ReadonlySet<string>;
	flawed: ReadonlySet<string>;
	seed: string;
}

/**
 * Plans a mixed test over all points, which take turns, with kinds as varied as possible. Items on facts asked before
 * come first, and no two enemies meet. Those of one stimulus come together, or not at all.
 *
 * @returns the ids of the items, in the order in which they are asked
 */
export function planMixed({ outline, count, seen, flawed, seed }: MixedRequest): string[] {
	const open = new Set(soundItems(outline, flawed));
	const taken: ItemOutline[] = [];
	const points = new Map<number, number>();
	const kinds = new Map<KindName, number>();
	while (taken.length < count) {
		const next = bestOf(open, (item) => [
			item.facts.every((fact) => seen.has(fact)) ? 0 : 1,
			points.get(item.point) ?? 0,
			kinds.get(item.kind) ?? 0,
			drawLot(seed, item.id)
		]);
		if (!next) break;
		const unit = next.stimulus === undefined ? [next] : [...open].filter(isAbout(next.stimulus));
		for (const item of unit) open.delete(item);
		if (taken.length + unit.length > count) continue;
		for (const item of open) if (!fitsWith(item, unit)) open.delete(item);
		for (const item of unit) {
			taken.push(item);
			points.set(item.point, (points.get(item.point) ?? 0) + 1);
			kinds.set(item.kind, (kinds.get(item.kind) ?? 0) + 1);
		}
	}
	return together(interleaved(taken, seed), outline.items).map(({ id }) => id);
}

function isAbout(stimulus: string): (item: ItemOutline) => boolean {
	return (item) => item.stimulus === stimulus;
}
