/** After a failure, it is asked again after so many milliseconds. */
const AGAIN = 1500;

/**
 * Something that is asked of the server whenever what it depends on has changed, one request at a time. What comes late
 * and belongs to something older is not taken.
 */
export class KeptFresh<T> {
	readonly #ask: () => Promise<T | undefined>;
	readonly #told: (value: T) => void;
	/** What it should be of; undefined for nothing. */
	#wanted: string | undefined;
	/** What it is of. */
	#have: string | undefined;
	#isAsking = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param ask resolves to undefined, or rejects, where it has to be asked again */
	constructor(ask: () => Promise<T | undefined>, told: (value: T) => void) {
		this.#ask = ask;
		this.#told = told;
	}

	/** Says what it should be of now; undefined where nobody needs it. */
	want(wanted: string | undefined): void {
		this.#wanted = wanted;
		clearTimeout(this.#timer);
		void this.#fetch();
	}

	stop(): void {
		this.want(undefined);
	}

	async #fetch(): Promise<void> {
		if (this.#isAsking || this.#wanted === undefined || this.#wanted === this.#have) return;
		const wanted = this.#wanted;
		this.#isAsking = true;
		const value = await this.#ask().catch(() => undefined);
		this.#isAsking = false;
		if (value !== undefined && wanted === this.#wanted) {
			this.#have = wanted;
			this.#told(value);
		} else if (value === undefined) this.#timer = setTimeout(() => void this.#fetch(), AGAIN);
		else void this.#fetch();
	}
}
