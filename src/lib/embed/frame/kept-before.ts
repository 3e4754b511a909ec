/** What the names of all that frames keep begin with. */
export const KEPT_BY_FRAMES = 'five-points-frame';

/**
 * Whether the storage of a page may hold attempts in frames from before: then what reads them is worth loading. In a
 * sandbox even to ask is forbidden, and there is nothing.
 */
export function mayHoldAttempts(shelf: () => Storage): boolean {
	try {
		return Object.keys(shelf()).some((key) => key.startsWith(KEPT_BY_FRAMES));
	} catch {
		return false;
	}
}
