/** The longest that a timer of Node waits, in milliseconds: some 24 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** After how many milliseconds something is tried again that could not be done. */
const AGAIN = 1000;

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
