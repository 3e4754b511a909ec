import type { Review } from '#lib/review/review.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';

import { openLearner } from './open-learner.ts';
import { recordAnswer } from './record-answer.ts';

/**
 * Keeps the first answer to an item of an ordinary quiz, not planned for the learner, so that it counts in self-study
 * too: once, however often it is reported.
 *
 * @throws if the device does not take it
 */
export async function keepAnswer(
	scored: ScoredItem,
	told: Pick<Review, 'primer' | 'occasion'>
): Promise<void> {
	const { id, item, at, again } = scored;
	const learner = await openLearner();
	if (again && (await learner.knows({ id, primer: told.primer, item: item.id, at }))) return;
	await recordAnswer(learner, scored, { ...told, id });
}
