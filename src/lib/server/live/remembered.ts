/** Something that is found out once, until it may have changed. */
export class Remembered<Found> {
	#last: { mark: string; found: Promise<Found> } | undefined;

	/** @param mark another one whenever it may have changed */
	of(mark: string, find: () => Promise<Found>): Promise<Found> {
		if (this.#last?.mark === mark) return this.#last.found;
		const found = find();
		const last = { mark, found };
		this.#last = last;
		// What could not be found out is tried again.
		found.catch(() => {
			if (this.#last === last) this.#last = undefined;
		});
		return found;
	}
}
