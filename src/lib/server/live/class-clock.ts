import type { LiveServices } from './live-services.ts';

/**
 * The clock of a class. It begins with the clock of the machine, and from then on goes at a steady pace: whatever is done
 * to that one meanwhile, a question has the time that it was given. Nor is it ever behind what has happened in the class,
 * be it by the clock of another machine or by this one’s before it was set back.
 */
export class ClassClock {
	readonly #ticks: () => number;
	/** How far it is ahead of the ticks, in milliseconds. */
	#ahead: number;

	constructor({ now, ticks }: Pick<LiveServices, 'now' | 'ticks'>) {
		this.#ticks = ticks;
		this.#ahead = now() - ticks();
	}

	/** Whole milliseconds since 1970. */
	now(): number {
		return Math.floor(this.#ticks() + this.#ahead);
	}

	/** Something has happened at a moment. */
	sees(moment: number): void {
		this.#ahead = Math.max(this.#ahead, moment - this.#ticks());
	}
}
