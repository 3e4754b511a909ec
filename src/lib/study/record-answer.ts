import { runOf } from '#lib/kinds/loaded.ts';
import { guessOf } from '#lib/review/grade.ts';
import { isAskable } from '#lib/review/outline.ts';
import { reviewOf } from '#lib/review/review-of.ts';
import type { Review } from '#lib/review/review.ts';
import { step } from '#lib/review/step.ts';
import type { CheckedStudy } from '#lib/store/study.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';

/**
 * Keeps the first answer to an item in the log, along with what follows from it.
 *
 * @throws if the device does not take it
 */
export async function recordAnswer(
	learner: Pick<CheckedStudy, 'record'>,
	{ item, facts, entry, at }: ScoredItem,
	told: Pick<Review, 'id' | 'primer' | 'occasion'>
): Promise<void> {
	const asked = facts.filter(isAskable).map(({ id }) => id);
	const guess = guessOf((await runOf(item)).atRandom());
	await learner.record(reviewOf(item, entry, { ...told, at, facts: asked, guess }), step);
}
