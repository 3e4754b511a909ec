import { beforeAnotherTry, byPart, type Part } from '#lib/kinds/score.ts';
import { entryAt } from '#lib/quiz/context.ts';
import { scoreOf } from '#lib/quiz/entry.ts';
import { isIn, type QuizState } from '#lib/quiz/state.ts';

/** The verdicts on the current item’s last try, part by part, as far as they may be shown in this state. */
export function marksIn(state: QuizState): ReadonlyMap<string, Part> | null {
	const score = scoreOf(entryAt(state.context));
	if (!score) return null;
	if (isIn(state, 'active.answering.retrying')) return byPart(beforeAnotherTry(score.parts));
	return isIn(state, 'active.feedback') || isIn(state, 'finished') ? byPart(score.parts) : null;
}
