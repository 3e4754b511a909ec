import type { Item } from '#lib/bank/item.ts';
import { outcomesOf } from '#lib/bank/outcome.ts';
import type { Point, Primer } from '#lib/bank/primer.ts';
import { isKept, servesExamsAlone } from '#lib/bank/serving.ts';

/** What an address may ask for in a primer. */
export interface Offer {
	points: readonly number[];
	items: readonly string[];
	/** Of the items, those that are asked only in exams; absent: none. */
	kept?: readonly string[];
	/** Whether it says what a learner can do at the end; absent: it does not. */
	hasOutcomes?: boolean;
	/** Whether there are only exams here; absent: there is more. */
	examsAlone?: boolean;
}

/** What an offer is made from: a bank, or a part of it. */
interface Offering {
	primer: Pick<Primer, 'serves'> & { points: readonly Pick<Point, 'id' | 'outcomes'>[] };
	items: readonly Pick<Item, 'id' | 'for'>[];
}

/** What an address may ask for in the primer of a bank. */
export function offerOf({ primer, items }: Offering): Offer {
	return {
		points: primer.points.map(({ id }) => id),
		items: items.map(({ id }) => id),
		kept: items.filter(isKept).map(({ id }) => id),
		hasOutcomes: outcomesOf(primer.points).length > 0,
		examsAlone: servesExamsAlone(primer)
	};
}
