import type { LearnerEvent } from './event.ts';
import { isIn, type QuizState } from './state.ts';

/**
 * Whether an event would leave a question whose answer is checked later. If that answer cannot be read, the learner
 * should hear of it first; after hearing of it, they may go on.
 *
 * @param isChanged whether another answer was given just now that the state does not know yet
 */
export function leavesQuestion(
	state: QuizState,
	{ type }: Pick<LearnerEvent, 'type'>,
	isChanged = false
): boolean {
	if (state.context.behaviour.feedback === 'each' || !isIn(state, 'active.answering')) return false;
	if (isIn(state, 'active.answering.malformed') && !isChanged) return false;
	return type === 'next' || type === 'back' || type === 'go' || type === 'finish';
}
