const CONTROLS = 'input, select, textarea, button';

/** What would choose or write something, were it pressed on a control that has the focus. */
const CHANGING = /^(?:.|Enter|Arrow\w+|Home|End|Page\w+)$/u;

/**
 * An attachment: as long as it is there, nothing in the element can be changed, and whatever has the focus keeps it. A
 * control that is disabled drops the focus instead: the learner has to find the way back, and what they type on is taken
 * for commands.
 */
export function held(element: HTMLElement): () => void {
	const release = [...element.querySelectorAll<HTMLElement>(CONTROLS)].map(hold);
	const events = new AbortController();
	const { signal } = events;
	for (const type of ['click', 'mousedown', 'pointerdown'])
		element.addEventListener(type, stop, { signal, capture: true });
	element.addEventListener('keydown', stopKey, { signal, capture: true });
	return () => {
		events.abort();
		for (const each of release) each();
	};
}

/** Says of a control that it cannot be changed, in the way in which controls of its sort say so. */
function hold(control: HTMLElement): () => void {
	const attribute = isWrittenIn(control) ? 'readonly' : 'aria-disabled';
	if (control.hasAttribute(attribute)) return () => undefined;
	control.setAttribute(attribute, 'true');
	return () => control.removeAttribute(attribute);
}

function stop(event: Event): void {
	event.stopPropagation();
	// A press still takes the focus to where it was made; only a list would open by it.
	if (event.type === 'click' || event.target instanceof HTMLSelectElement) event.preventDefault();
}

function stopKey(event: KeyboardEvent): void {
	const { target, key, ctrlKey, metaKey } = event;
	if (ctrlKey || metaKey || !CHANGING.test(key)) return;
	if (target instanceof HTMLElement && target.matches(CONTROLS) && !isWrittenIn(target))
		event.preventDefault();
}

function isWrittenIn(control: HTMLElement): boolean {
	if (control instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(control.type);
	return control instanceof HTMLTextAreaElement;
}
