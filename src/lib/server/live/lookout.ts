/** How long word of others may be missing before a class is looked at without it, in milliseconds. */
const LOOK_EVERY = 5000;

/** The same while the store does not answer. */
const LOOK_AGAIN = 1000;

/** What a lookout does, and tells. */
interface Surroundings {
	/** Looks at the class in the store; rejects where that does not answer. */
	look: () => Promise<void>;
	/** The store answers no more, or again. */
	changed: () => void;
}

/** Looks at a class again and again, whether or not there is word of others, and so finds out whether the store answers. */
export class Lookout {
	readonly #around: Surroundings;
	#timer: NodeJS.Timeout | undefined;
	#isLooking = false;
	#isCutOff = false;
	#isStopped = false;

	constructor(around: Surroundings) {
		this.#around = around;
		this.#wait();
	}

	/** Whether the store did not answer when it was asked last. */
	get isCutOff(): boolean {
		return this.#isCutOff;
	}

	/** Looks now, such as when something could not be kept. */
	async look(): Promise<void> {
		if (this.#isLooking || this.#isStopped) return;
		this.#isLooking = true;
		clearTimeout(this.#timer);
		try {
			await this.#around.look();
			this.#found(true);
		} catch {
			this.#found(false);
		} finally {
			this.#isLooking = false;
		}
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#timer);
	}

	/** Remembers whether the store has answered, and looks again later. */
	#found(answers: boolean): void {
		if (this.#isStopped) return;
		const isOther = this.#isCutOff === answers;
		this.#isCutOff = !answers;
		this.#wait();
		if (isOther) this.#around.changed();
	}

	#wait(): void {
		this.#timer = setTimeout(() => void this.look(), this.#isCutOff ? LOOK_AGAIN : LOOK_EVERY);
		this.#timer.unref();
	}
}
