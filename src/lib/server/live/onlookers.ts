/**
 * What about a class has changed beside its log; `phones`: how many listen at this process; `given`: what this process
 * has kept of the answers.
 */
export type Beside = 'pupils' | 'answers' | 'phones' | 'given';

/**
 * What about a class has changed; `room`: what hosts are told of those who are there; `store`: whether the store answers.
 * `leave`: nobody is told any more here, since the class was deleted or the server stops; whoever looks is to come back
 * later.
 */
export type Change = 'log' | 'room' | 'store' | 'leave' | Beside;

/** What somebody who looks at a class is told. */
type Heard = (change: Change) => void;

/** Those at this process who look at a class, and the phones among them. */
export class Onlookers {
	readonly #heard = new Set<Heard>();
	readonly #phonesChanged: () => void;
	#phones = 0;

	/** @param phonesChanged called when a phone has come or gone */
	constructor(phonesChanged: () => void) {
		this.#phonesChanged = phonesChanged;
	}

	/** Whether there is one. */
	get areThere(): boolean {
		return this.#heard.size > 0;
	}

	/** How many phones listen. */
	get phones(): number {
		return this.#phones;
	}

	/** @returns stops it */
	listen(heard: Heard): () => void {
		this.#heard.add(heard);
		return () => void this.#heard.delete(heard);
	}

	/**
	 * Counts a phone that listens.
	 *
	 * @returns it does no more; to be called once
	 */
	phoneCame(): () => void {
		const count = (more: number) => {
			this.#phones += more;
			this.#phonesChanged();
		};
		count(1);
		return () => count(-1);
	}

	/** Tells all of them, also where one goes as it is told. */
	tell(change: Change): void {
		for (const heard of [...this.#heard]) heard(change);
	}

	/** Nobody looks any more. */
	clear(): void {
		this.#heard.clear();
	}
}
