import * as m from '#lib/paraglide/messages.js';
import type { BehaviourName } from '#lib/quiz/behaviour.ts';

/** What each behaviour is called. */
export const behaviourWords: Record<BehaviourName, () => string> = {
	practice: m.practice,
	retry: m.retry,
	certainty: m.certainty,
	exam: m.exam
};
