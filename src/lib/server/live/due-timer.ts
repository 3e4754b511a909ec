import type { ClassEvent } from '#lib/classroom/event.ts';

/** How long an answer may take on its way after the end of its round, in milliseconds. */
export const GRACE = 2000;

/** The longest that a timer of Node waits, in milliseconds: some 24 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** After how many milliseconds something is tried again that could not be done. */
const AGAIN = 1000;

/**
 * When to see to what is due, in milliseconds since 1970. What phones send as the time of a question is over is still on
 * its way then, so that it is closed a little later, and dated by when its time was over.
 */
export function seenToAt({ type, at }: ClassEvent): number {
	return type === 'close' ? at + GRACE : at;
}

/** Does something when it is due. */
export class DueTimer {
	readonly #act: () => Promise<void>;
	readonly #now: () => number;
	#timer: NodeJS.Timeout | undefined;
	#isStopped = false;

	/**
	 * @param act does what is due by then; after a rejection it is tried again
	 * @param now milliseconds since 1970
	 */
	constructor(act: () => Promise<void>, now: () => number) {
		this.#act = act;
		this.#now = now;
	}

	/**
	 * Waits for another moment than before.
	 *
	 * @param at milliseconds since 1970; undefined where nothing is due
	 */
	plan(at: number | undefined): void {
		clearTimeout(this.#timer);
		if (at === undefined || this.#isStopped) return;
		this.#wait(Math.min(Math.max(0, at - this.#now()), LONGEST_TIMER));
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#timer);
	}

	#wait(milliseconds: number): void {
		this.#timer = setTimeout(() => {
			this.#act().catch(() => {
				if (!this.#isStopped) this.#wait(AGAIN);
			});
		}, milliseconds);
		this.#timer.unref();
	}
}
