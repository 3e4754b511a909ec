/** Gathers what is to be seen to, and sees to it some time after the first word of it: many changes are one. */
export class Gathering<What> {
	readonly #see: (those: ReadonlySet<What>) => Promise<void>;
	readonly #after: number;
	#those = new Set<What>();
	#timer: NodeJS.Timeout | undefined;
	#isStopped = false;

	/**
	 * @param see sees to it; after a rejection it is called again about the same, and about what has come since
	 * @param after how long after the first word, in milliseconds
	 */
	constructor(see: (those: ReadonlySet<What>) => Promise<void>, after: number) {
		this.#see = see;
		this.#after = after;
	}

	add(what: What): void {
		if (this.#isStopped) return;
		this.#those.add(what);
		this.#timer ??= setTimeout(() => void this.#seeToAll(), this.#after);
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#timer);
	}

	async #seeToAll(): Promise<void> {
		const those = this.#those;
		this.#those = new Set();
		this.#timer = undefined;
		try {
			await this.#see(those);
		} catch {
			those.forEach((what) => this.add(what));
		}
	}
}
