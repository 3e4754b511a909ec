import type { Attachment } from 'svelte/attachments';

import { isIn, type QuizState } from '#lib/quiz/state.ts';

/** What can be said to be invalid; a radio button cannot, but its group. */
const ALL = 'input:not([type=radio], [type=hidden]), select, [role=radiogroup]';
const TYPED = 'input[type=text]';

/**
 * An attachment to the inputs of a question: as long as its answer is refused, those that it is about say so. False while
 * none is refused.
 */
export function refusedIn(quiz: QuizState): Attachment<HTMLElement> | false {
	if (isIn(quiz, 'active.answering.unanswered')) return (element) => mark([...element.querySelectorAll(ALL)]);
	if (!isIn(quiz, 'active.answering.malformed')) return false;
	return (element) =>
		mark([...element.querySelectorAll<HTMLInputElement>(TYPED)].filter(({ value }) => value !== ''));
}

function mark(inputs: readonly Element[]): () => void {
	for (const input of inputs) input.setAttribute('aria-invalid', 'true');
	return () => {
		for (const input of inputs) input.removeAttribute('aria-invalid');
	};
}
