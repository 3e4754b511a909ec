import type { Keeping } from './platform.ts';

/** How well an attempt is kept, for whoever listens. */
export class KeepingState {
	#now: Keeping = 'kept';
	readonly #listeners = new Set<(keeping: Keeping) => void>();

	get now(): Keeping {
		return this.#now;
	}

	/** Tells the listeners, if it is news. */
	become(keeping: Keeping): void {
		if (keeping === this.#now) return;
		this.#now = keeping;
		for (const listener of this.#listeners) listener(keeping);
	}

	/** Something was done that is to be sent. What is amiss stays so until that has arrived. */
	send(): void {
		if (this.#now === 'kept') this.become('sending');
	}

	/** @returns stops it */
	watch(listener: (keeping: Keeping) => void): () => void {
		this.#listeners.add(listener);
		listener(this.#now);
		return () => void this.#listeners.delete(listener);
	}
}

/** How long to wait before trying again, in milliseconds, after each failure: longer, up to half a minute. */
const PATIENCE = [2_000, 5_000, 10_000, 20_000, 30_000];

/** @param failures how often in a row it has failed, from 1 */
export function patience(failures: number): number {
	return PATIENCE[Math.min(failures, PATIENCE.length) - 1] ?? 0;
}
