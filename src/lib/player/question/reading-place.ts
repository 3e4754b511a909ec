import { isIn, type QuizState } from '#lib/quiz/state.ts';

/** What a learner reads in a state of the quiz; when it changes, reading continues elsewhere. */
export function readingPlace(state: QuizState): string {
	return `${placeOf(state)} ${state.context.position}`;
}

/** Moves the focus to where reading continues; returns whether that is on the page yet. */
export function goOnReading(root: HTMLElement, state: QuizState): boolean {
	const place = placeOf(state);
	const target = root.querySelector<HTMLElement>(
		place === 'question' ? '[data-focus-question]' : '[data-focus]'
	);
	target?.focus({ preventScroll: true });
	target?.scrollIntoView({ block: place === 'feedback' ? 'nearest' : 'start' });
	return target !== null;
}

/** What has the focus, as the quiz sees it: within a shadow root, the page names only the root’s host. */
export function focusSeenFrom(root: HTMLElement): Element | null {
	const tree = root.getRootNode();
	const within = tree instanceof ShadowRoot ? tree.activeElement : null;
	return within ?? root.ownerDocument.activeElement;
}

function placeOf(state: QuizState): string {
	if (isIn(state, 'active.feedback')) return 'feedback';
	if (isIn(state, 'active.answering') || isIn(state, 'active.checking')) return 'question';
	return JSON.stringify(state.value);
}
