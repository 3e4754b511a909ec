import { LAST_MOMENT } from '#lib/quiz/moment.ts';

import type { Review } from './review.ts';

/** The last place that a log has. */
export const LAST_PLACE = Number.MAX_SAFE_INTEGER;

/**
 * The last place that is believed. A place is a moment or follows one, and nobody gives more answers than this after
 * the last possible moment. A review at the very end of the log would leave no room for later ones.
 */
export const LAST_TAKEN = LAST_MOMENT + 1e9;

/**
 * A review with its place, after everything that a log holds. Its own moment is its place if that is later than any
 * other, as in a hybrid logical clock (Kulkarni et al.: “Logical Physical Clocks”, OPODIS 2014): what a device took in
 * last comes last, even if its clock was set back or two answers fall on the same millisecond.
 *
 * @param last the last place that is taken; undefined in an empty log
 */
export function placedAfter(last: number | undefined, review: Review): Review {
	const place = last === undefined ? review.at : Math.max(review.at, last + 1);
	return { ...review, place: Math.min(place, LAST_PLACE) };
}

/** Reviews in the order of their log, on every device the same: by their places, and by their ids where two share one. */
export function inOrder(reviews: readonly Review[]): Review[] {
	return reviews.toSorted(
		(one, other) => one.place - other.place || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
	);
}
