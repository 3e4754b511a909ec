import { responsesOf, type QuizContext } from '#lib/quiz/context.ts';
import type { Scorer } from '#lib/quiz/run.ts';

import type { HandedIn } from './quiz-services.ts';

/** The grades of a form whose keys are on the device. An item that the course no longer has gets none. */
export function gradedHere(context: QuizContext, score: Scorer): Extract<HandedIn, { type: 'graded' }> {
	const grades = Object.entries(responsesOf(context)).flatMap(([id, response]) => {
		const graded = score(id, response);
		return graded ? [[id, graded] as const] : [];
	});
	return { type: 'graded', grades: Object.fromEntries(grades) };
}
