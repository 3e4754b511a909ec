/** What a quiz reads the time from. */
export interface Clock {
	/** Milliseconds since 1970. */
	now: () => number;
	/** Puts it right by what a server has told, `wait` milliseconds after it was asked. */
	correct?: (told: number, wait: number) => void;
}

/** A clock that goes on evenly whatever the device’s own is set to, and that a server can put right. */
export class SteadyClock implements Clock {
	#ahead: number;

	/** @param now milliseconds since 1970 */
	constructor(now: number) {
		this.#ahead = now - performance.now();
	}

	/** Milliseconds since 1970, whole. */
	now = (): number => Math.round(performance.now() + this.#ahead);

	/**
	 * Puts the clock right by what a server has told.
	 *
	 * @param told milliseconds since 1970
	 * @param wait how long the answer took to come, in milliseconds: half of that is its age
	 */
	correct(told: number, wait: number): void {
		this.#ahead = told + wait / 2 - performance.now();
	}
}
