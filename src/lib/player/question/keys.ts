import { actionOf } from '#lib/player/session/learner-action.ts';
import type { LearnerAction } from '#lib/quiz/event.ts';

/** A letter that another follows within so many milliseconds is text, dictated or typed, and no command. */
const ALONE = 200;

const COMMANDS: Readonly<Record<string, LearnerAction | 'help'>> = {
	f: { type: 'flag' },
	h: { type: 'hint' },
	s: { type: 'skip' },
	'?': 'help'
};

const TYPED_INTO =
	'select, textarea, [contenteditable]:not([contenteditable="false"]), [role=textbox], [role=searchbox], [role=combobox]';

/** What the keys of a quiz are about. */
interface Heard {
	/** The element that contains the quiz. */
	root: () => HTMLElement;
	/** Whether keys of one letter, sign or digit are commands at all: a learner may have switched them off. */
	hasLetters: () => boolean;
	/** Is told what a key says. */
	say: (said: LearnerAction | 'help', key: string) => void;
}

/**
 * What keys mean in a quiz: 1 to 9 press the input of that place, Enter the main button, F, H and S flag, hint and
 * skip, and ? asks for help. They mean it where the focus is in the quiz or nowhere, and no dialog of the quiz is open. A key typed into a field, held
 * with another or part of a composition keeps its own meaning; one held down counts once. A letter is obeyed once it
 * has stayed alone for a moment, so that a sentence dictated to the page does nothing.
 */
export class KeyCommands {
	readonly #heard: Heard;
	/** The letter that is a command if it stays alone. */
	#letter: string | undefined;
	/** Runs out when no letter has followed another for long enough. */
	#quiet: ReturnType<typeof setTimeout> | undefined;

	constructor(heard: Heard) {
		this.#heard = heard;
	}

	/** Hears a key. */
	press(event: KeyboardEvent): void {
		const root = this.#heard.root();
		const target = targetOf(event);
		if (isHeldWithAnother(event) || event.repeat || event.defaultPrevented || event.isComposing) return;
		if (root.querySelector('dialog[open]')) return;
		if (!isFor(target, root) || (target && isTypedInto(target))) return;
		if (event.key === 'Enter') this.#enter(target, root);
		else if (event.key.length === 1 && this.#heard.hasLetters()) this.#type(event, root);
	}

	/** Forgets what has not been obeyed yet. */
	stop(): void {
		clearTimeout(this.#quiet);
		this.#quiet = this.#letter = undefined;
	}

	#enter(target: Element | undefined, root: HTMLElement): void {
		this.#obey();
		// On a button, a link or an input of the form, Enter has its own meaning already.
		const said = target?.closest('button, a, summary, input') ? undefined : actionOf(null, root);
		if (said) this.#heard.say(said, 'Enter');
	}

	#type({ key, shiftKey }: KeyboardEvent, root: HTMLElement): void {
		const isText = this.#quiet !== undefined && this.#letter === undefined;
		// Some keyboards have digits and the question mark on Shift, but no letters of ours.
		if (/^[1-9]$/.test(key)) {
			if (!isText)
				root.querySelector<HTMLInputElement>(`.quiz [data-place="${key}"]:not(:disabled)`)?.click();
			return;
		}
		// No text begins with a Space; it has ticked a box.
		if (key === ' ' && this.#quiet === undefined) return;
		const letter = key.toLowerCase();
		if (letter === this.#letter) return;
		const isCommand = letter in COMMANDS && (key === '?' || !shiftKey);
		this.#letter = isCommand && this.#quiet === undefined ? letter : undefined;
		clearTimeout(this.#quiet);
		this.#quiet = setTimeout(() => this.#obey(), ALONE);
	}

	#obey(): void {
		const letter = this.#letter;
		this.stop();
		const said = letter === undefined ? undefined : COMMANDS[letter];
		if (said && letter !== undefined) this.#heard.say(said, letter);
	}
}

/** What has the focus; undefined where nothing has. To listeners outside a shadow root it seems to be the root’s host. */
function targetOf(event: KeyboardEvent): Element | undefined {
	const [target] = event.composedPath();
	const isNone = target === document.body || target === document.documentElement;
	return target instanceof Element && !isNone ? target : undefined;
}

function isFor(target: Element | undefined, root: HTMLElement): boolean {
	return target === undefined || root.contains(target);
}

function isHeldWithAnother(event: KeyboardEvent): boolean {
	return event.altKey || event.ctrlKey || event.metaKey || event.getModifierState('AltGraph');
}

function isTypedInto(element: Element): boolean {
	if (element instanceof HTMLInputElement)
		return !['radio', 'checkbox', 'button', 'submit', 'reset'].includes(element.type);
	return element.closest(TYPED_INTO) !== null;
}
