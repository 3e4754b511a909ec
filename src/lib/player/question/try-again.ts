import { tick } from 'svelte';

import type { QuizSession } from '#lib/player/session/quiz-session.svelte.ts';

/**
 * Loads a question that did not come. The button that asks for it goes once it is there, and the focus with it: reading
 * goes on with the question.
 *
 * @param pressed the press of that button
 */
export async function tryAgain(session: QuizSession, { target }: Event): Promise<void> {
	const quiz = (target as HTMLButtonElement).form;
	await session.prepare();
	await tick();
	quiz?.querySelector<HTMLElement>('[data-focus-question]')?.focus();
}
