import type { Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { atRandom, effort } from '#lib/kinds/index.ts';

import { guessOf } from './grade.ts';
import { isAskable, type StudyOutline } from './outline.ts';

/**
 * A course as planning sees it. A slip of the primer is never asked for, though items may rest on it to point it out; a
 * fact that no item asks for cannot be studied.
 */
export function outlineOf({ primer, items }: Bank): StudyOutline {
	const askable = new Set(primer.facts.filter(isAskable).map(({ id }) => id));
	const enemies = enemiesOf(items);
	const outlines = items.map((item) => ({
		id: item.id,
		kind: item.kind,
		point: item.point,
		facts: item.facts.filter((fact) => askable.has(fact)),
		difficulty: item.difficulty,
		effort: effort(item),
		// Each page that plans gets this of every item, so that it says no more than is heeded.
		guess: Math.round(guessOf(atRandom(item)) * 1000) / 1000,
		enemies: enemies.get(item.id) ?? [],
		...(item.stimulus && { stimulus: item.stimulus.id })
	}));
	const asked = new Set(outlines.flatMap(({ facts }) => facts));
	return {
		primer: primer.id,
		points: primer.points.map(({ id }) => id),
		facts: primer.facts.filter(({ id }) => asked.has(id)).map(({ id, point }) => ({ id, point })),
		items: outlines
	};
}

/** Of the enemies of each item those that come after it, whichever of the two names the other. */
function enemiesOf(items: readonly Item[]): Map<string, string[]> {
	const places = new Map(items.map(({ id }, place) => [id, place]));
	const after = new Map<string, Set<string>>();
	for (const { id, enemies } of items) {
		for (const other of enemies) {
			const [here, there] = [places.get(id), places.get(other)];
			if (here === undefined || there === undefined) continue;
			const [first, second] = here < there ? [id, other] : [other, id];
			after.set(first, (after.get(first) ?? new Set()).add(second));
		}
	}
	return new Map([...after].map(([id, others]) => [id, [...others]]));
}
