import type { Item } from '#lib/bank/item.ts';
import type { Entry } from '#lib/quiz/entry.ts';

import { dayOf } from './day.ts';
import { LONGEST_SPENT, MOST_FACTS, REVIEW_VERSION, type Review } from './review.ts';

/** What a review needs to know besides the item and the answer. */
type Told = Pick<Review, 'id' | 'primer' | 'occasion' | 'at' | 'facts' | 'guess'>;

/** The review that the first answer to an item makes. */
export function reviewOf(
	item: Pick<Item, 'id' | 'kind' | 'point' | 'difficulty'>,
	entry: Entry,
	told: Told
): Review {
	return {
		version: REVIEW_VERSION,
		...told,
		facts: told.facts.slice(0, MOST_FACTS),
		day: dayOf(told.at),
		place: told.at,
		item: item.id,
		kind: item.kind,
		point: item.point,
		difficulty: item.difficulty,
		fraction: entry.tries[0]?.score.fraction ?? 0,
		certainty: entry.certainty,
		hinted: entry.hinted,
		spent: Math.min(entry.spent, LONGEST_SPENT)
	};
}
