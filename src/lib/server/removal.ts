import type { Stores } from './open-stores.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * What removes all that ended too long ago. It may be called as often as one likes: it does something once an hour, and
 * as soon as it is called again where it could not.
 *
 * @param keepDays how many days something is kept after its end
 * @returns rejects with `StoreUnavailable`
 */
export function removalIn(
	{ sittings, classes }: Pick<Stores, 'sittings' | 'classes'>,
	keepDays: number
): () => Promise<void> {
	let next = 0;
	return async () => {
		const now = Date.now();
		if (now < next) return;
		await sittings.removeEndedBefore(now - keepDays * DAY);
		await classes.removeEndedBefore(now - keepDays * DAY);
		next = now + HOUR;
	};
}
