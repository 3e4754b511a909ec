import { focusSeenFrom } from './question/reading-place.ts';
import type { Press, RepeatedPress } from './repeated-press.ts';

/** Tells by what the form of a quiz is submitted: a button that a pointer or a key has pressed, or Enter in a field. */
export class FormPresses {
	readonly #root: () => HTMLElement;
	readonly #presses: RepeatedPress;
	/** The click that submits the form, if one does. */
	#clicked: Press | undefined;

	/**
	 * @param root what the quiz is in
	 * @param presses is told of clicks that submit nothing
	 */
	constructor(root: () => HTMLElement, presses: RepeatedPress) {
		this.#root = root;
		this.#presses = presses;
	}

	/** Notes what a click is about: a button that says something, pressed by a pointer or by a key, or something else. */
	click({ target, detail }: MouseEvent): void {
		const button = target instanceof Element ? target.closest('button[name="do"]') : null;
		if (!(button instanceof HTMLButtonElement)) return this.#presses.else();
		this.#clicked =
			detail === 0
				? { by: 'key', what: 'Enter', clicks: 0 }
				: { by: 'pointer', what: button.value, clicks: detail };
	}

	/** The button that submits the form, null with Enter in a field; and the press, undefined if no click was noted. */
	submitted(event: SubmitEvent): { submitter: HTMLElement | null; press: Press | undefined } {
		const isEntered = this.#isEnteredInField(event);
		const press: Press | undefined = isEntered ? { by: 'key', what: 'Enter', clicks: 0 } : this.#clicked;
		this.#clicked = undefined;
		return { submitter: isEntered ? null : event.submitter, press };
	}

	/**
	 * Whether Enter was pressed in a field: that presses the first button of the form, which may be one that the page around
	 * the quiz has put into it.
	 */
	#isEnteredInField({ submitter }: SubmitEvent): boolean {
		const root = this.#root();
		const focused = focusSeenFrom(root);
		return (
			submitter !== null &&
			!root.contains(submitter) &&
			focused instanceof HTMLInputElement &&
			root.contains(focused)
		);
	}
}
