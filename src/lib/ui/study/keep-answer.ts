import { newId } from '#lib/chance/new-id.ts';
import type { Review } from '#lib/review/review.ts';
import type { ScoredItem } from '#lib/ui/quiz/quiz-world.ts';

import { openLearner } from './open-learner.ts';
import { recordAnswer } from './record-answer.ts';

/**
 * Keeps the first answer to an item of a quiz that was not planned for the learner, so that it counts in self-study as
 * well.
 *
 * @throws when the device does not take it
 */
export async function keepAnswer(
	scored: ScoredItem,
	told: Pick<Review, 'primer' | 'occasion'>
): Promise<void> {
	await recordAnswer(await openLearner(), scored, { ...told, id: newId() });
}
