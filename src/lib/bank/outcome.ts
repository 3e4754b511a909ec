import type * as v from 'valibot';

import type { outcomeSchema } from './check-outcomes.ts';
import type { Item } from './item.ts';
import type { Point } from './primer.ts';

/** Something that a learner can do at the end of a point. */
export type Outcome = v.InferOutput<typeof outcomeSchema>;

/** An outcome with the point at whose end it is reached. */
export interface PlacedOutcome extends Outcome {
	point: number;
}

/** The outcomes of all points, in their order; none where the course does not say them. */
export function outcomesOf(points: readonly Pick<Point, 'id' | 'outcomes'>[]): PlacedOutcome[] {
	return points.flatMap(({ id, outcomes = [] }) => outcomes.map((outcome) => ({ ...outcome, point: id })));
}

/** The outcomes that an item belongs to: those of its facts. */
export function outcomesOfItem<O extends Pick<Outcome, 'facts'>>(
	outcomes: readonly O[],
	item: Pick<Item, 'facts'>
): O[] {
	return outcomes.filter(({ facts }) => item.facts.some((id) => facts.includes(id)));
}

/** The items of an outcome, in their order. */
export function itemsOfOutcome<I extends Pick<Item, 'facts'>>(
	items: readonly I[],
	{ facts }: Pick<Outcome, 'facts'>
): I[] {
	return items.filter((item) => item.facts.some((id) => facts.includes(id)));
}
