/** How soon after something has appeared nobody has read it, in milliseconds. */
const UNREAD = 500;

/** A button that was pressed, by whatever means. */
export interface Press {
	by: 'key' | 'pointer';
	/** The key; by a pointer: what the button says to the quiz. */
	what: string;
	/** Which click in a row it is, as the browser counts; 0 for a key. */
	clicks: number;
}

/**
 * Tells a second press from a second wish. Whoever presses twice has pressed what appeared in between without reading it:
 * a double click on Skip passed over a question, Enter twice over an explanation. So a press counts as the one before it
 * if it is the same key or the next click in a row, nothing else was done in between, and what it would act on has been
 * there for less than half a second. A quick learner is not held up: choosing an option, another key, another button or
 * a click of its own is something else.
 */
export class RepeatedPress {
	#last: Press | undefined;
	#appeared = -Infinity;

	/** Something else to read has appeared. @param at the moment, in milliseconds of any clock that is not set */
	appeared(at: number): void {
		this.#appeared = at;
	}

	/** Something else was done, by that key if by one. The same key again is nothing else. */
	else(key?: string): void {
		if (key === undefined || this.#last?.by !== 'key' || keyName(key) !== this.#last.what)
			this.#last = undefined;
	}

	/** Whether a press counts as the one before it; if not, it is the one before the next. @param at as in `appeared` */
	isRepeated(press: Press, at: number): boolean {
		const last = this.#last;
		const isSame =
			last?.by === press.by && (press.by === 'key' ? press.what === last.what : press.clicks > 1);
		if (isSame && at - this.#appeared < UNREAD) return true;
		this.#last = press;
		return false;
	}
}

/** A key by what it does: on a button, Space presses as Enter does. */
function keyName(key: string): string {
	return key === ' ' ? 'Enter' : key.toLowerCase() === 'enter' ? 'Enter' : key.toLowerCase();
}
