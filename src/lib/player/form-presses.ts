import { focusSeenFrom } from './question/reading-place.ts';
import type { Press, RepeatedPress } from './repeated-press.ts';

/**
 * Tells by what the form of a quiz is submitted: a button that a pointer or a key has pressed, or Enter in a field.
 *
 * @param rootOf gives what the quiz is in
 * @param presses is told of clicks that submit nothing
 */
export function formPresses(rootOf: () => HTMLElement, presses: RepeatedPress) {
	const entered: Press = { by: 'key', what: 'Enter', clicks: 0 };
	/** The click that submits the form, if one does. */
	let clicked: Press | undefined;

	/**
	 * Whether Enter was pressed in a field: that presses the first button of the form, which may be one that the page around
	 * the quiz has put into it.
	 */
	function isEnteredInField(submitter: HTMLElement | null): boolean {
		const root = rootOf();
		const focused = focusSeenFrom(root);
		return (
			submitter !== null &&
			!root.contains(submitter) &&
			focused instanceof HTMLInputElement &&
			root.contains(focused)
		);
	}

	/** Notes what a click is about: a button that says something, pressed by a pointer or by a key, or something else. */
	function click({ target, detail }: MouseEvent): void {
		const button = target instanceof Element ? target.closest('button[name="do"]') : null;
		if (!(button instanceof HTMLButtonElement)) return presses.else();
		clicked = detail === 0 ? entered : { by: 'pointer', what: button.value, clicks: detail };
	}

	/** The button that submits the form, null with Enter in a field; and the press, undefined if no click was noted. */
	function submitted({ submitter }: SubmitEvent): {
		submitter: HTMLElement | null;
		press: Press | undefined;
	} {
		const isEntered = isEnteredInField(submitter);
		const press = isEntered ? entered : clicked;
		clicked = undefined;
		return { submitter: isEntered ? null : submitter, press };
	}

	return { click, submitted };
}
