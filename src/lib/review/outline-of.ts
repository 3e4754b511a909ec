import type { Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { atRandom, effort } from '#lib/kinds/index.ts';

import { guessOf } from './grade.ts';
import { isAskable, type CourseOutline } from './outline.ts';

/**
 * A course as planning sees it. A slip of the primer is never asked for, though items may rest on it to point it out; a
 * fact that no item asks for cannot be studied.
 */
export function outlineOf({ primer, items }: Bank): CourseOutline {
	const askable = new Set(primer.facts.filter(isAskable).map(({ id }) => id));
	const enemies = enemiesOf(items);
	const outlines = items.map((item) => ({
		id: item.id,
		kind: item.kind,
		point: item.point,
		facts: item.facts.filter((fact) => askable.has(fact)),
		difficulty: item.difficulty,
		effort: effort(item),
		guess: guessOf(atRandom(item)),
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

/** The enemies of each item, whichever of the two names the other. */
function enemiesOf(items: readonly Item[]): Map<string, string[]> {
	const pairs = items.flatMap(({ id, enemies }) =>
		enemies.flatMap(
			(other) =>
				[
					[id, other],
					[other, id]
				] as const
		)
	);
	const byItem = Map.groupBy(pairs, ([id]) => id);
	return new Map([...byItem].map(([id, pairs]) => [id, [...new Set(pairs.map(([, other]) => other))]]));
}
