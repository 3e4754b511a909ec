import * as m from '#lib/paraglide/messages.js';
import type { BehaviourName } from '#lib/quiz/behaviour.ts';

/** The behaviours in the order in which they are offered, from the one that helps most. */
export const offeredBehaviours = ['practice', 'retry', 'certainty', 'exam'] satisfies BehaviourName[];

/** What each behaviour is called, and what it means. */
export const behaviourWords: Record<BehaviourName, { name: () => string; is: () => string }> = {
	practice: { name: m.practice, is: m.practice_is },
	retry: { name: m.retry, is: m.retry_is },
	certainty: { name: m.certainty, is: m.certainty_is },
	exam: { name: m.exam, is: m.exam_is }
};
