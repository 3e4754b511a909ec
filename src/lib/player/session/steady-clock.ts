/** The clock of a quiz. */
export interface Clock {
	/** Milliseconds since 1970. */
	now: () => number;
	/** Sets it by the time that a server has told, `wait` milliseconds after it was asked. */
	correct?: (told: number, wait: number) => void;
}

/** A clock that runs evenly whatever the device’s own is set to, and that a server can set. */
export class SteadyClock implements Clock {
	#ahead: number;

	/** @param now milliseconds since 1970 */
	constructor(now: number) {
		this.#ahead = now - performance.now();
	}

	/** Milliseconds since 1970, whole. */
	now = (): number => Math.round(performance.now() + this.#ahead);

	/**
	 * Sets the clock by the time that a server has told.
	 *
	 * @param told milliseconds since 1970
	 * @param wait how long the answer took to come, in milliseconds: half of that is its age
	 */
	correct(told: number, wait: number): void {
		this.#ahead = told + wait / 2 - performance.now();
	}
}
