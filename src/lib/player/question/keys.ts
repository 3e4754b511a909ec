import { actionOf, type LearnerAction } from '#lib/player/session/learner-action.ts';

/**
 * What a key means in a quiz: 1 to 9 press the input of that place, Enter the main button, F, H and S flag,
 * hint and skip, and ? asks for help. A key typed into a field, or held with another, keeps its own meaning.
 * A key held down counts once, so that it does not check and continue before anybody has read why.
 *
 * @param root the element that contains the quiz
 */
export function pressedKey(event: KeyboardEvent, root: HTMLElement): LearnerAction | 'help' | undefined {
	const { key } = event;
	if (event.repeat || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey)
		return undefined;
	if (root.querySelector('dialog[open]')) return undefined;
	// To listeners outside, everything pressed inside a shadow root seems to come from its host.
	const [target] = event.composedPath();
	const element = target instanceof HTMLElement ? target : root;
	if (isTypedInto(element)) return undefined;
	if (key === '?') return 'help';
	if (/^[1-9]$/.test(key)) {
		root.querySelector<HTMLInputElement>(`.quiz [data-place="${key}"]:not(:disabled)`)?.click();
		return undefined;
	}
	// On a button, a link or an input of the form, Enter has its own meaning already.
	if (key === 'Enter') return element.closest('button, a, summary, input') ? undefined : actionOf(null, root);
	if (key === 'f' || key === 'F') return { type: 'flag' };
	if (key === 'h' || key === 'H') return { type: 'hint' };
	if (key === 's' || key === 'S') return { type: 'skip' };
	return undefined;
}

function isTypedInto(element: HTMLElement): boolean {
	if (element instanceof HTMLInputElement) return element.type !== 'radio' && element.type !== 'checkbox';
	return element.matches('select, textarea, [contenteditable]');
}
