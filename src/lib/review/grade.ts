import type { ScoreChance } from '#lib/kinds/at-random.ts';

import type { Review } from './review.ts';

/** The fraction from which an answer counts as right; anything less counts as not known. */
const COUNTS_AS_RIGHT = 0.6;

/** Fractions are sums of shares, and may be off by a rounding error. */
const ROUNDING = 1e-9;

/** How well something was recalled, in the words of FSRS; “easy” is for learners to say, and nobody asks them. */
export type Grade = 'again' | 'hard' | 'good';

/** What a grade is based on. */
export type Gradable = Pick<Review, 'fraction' | 'certainty' | 'hinted'>;

/** Whether an answer of this score, from 0 to 1, counts as right. */
export function countsAsRight(fraction: number): boolean {
	return fraction >= COUNTS_AS_RIGHT - ROUNDING;
}

/** Whether an answer counts as right. */
export function isRight({ fraction }: Pick<Review, 'fraction'>): boolean {
	return countsAsRight(fraction);
}

/**
 * The chance, from 0 to 1, that an answer at random to an item counts as right.
 *
 * @param outcomes what the answer may earn, and how likely that is
 */
export function guessOf(outcomes: readonly ScoreChance[]): number {
	const right = outcomes.filter(({ fraction }) => countsAsRight(fraction));
	return Math.min(
		1,
		right.reduce((sum, { chance }) => sum + chance, 0)
	);
}

/** How well an answer shows that its facts are known: right, but unsure or with a hint, is hard. */
export function gradeOf(review: Gradable): Grade {
	if (!isRight(review)) return 'again';
	return review.certainty === 1 || review.hinted ? 'hard' : 'good';
}
