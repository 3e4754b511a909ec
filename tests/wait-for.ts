import { vi } from 'vitest';

/**
 * Vitest's `vi.waitFor`, as patient as all that tests wait for: its own second is over at once on a machine that is
 * busy.
 *
 * @param check throws, or is rejected, for as long as it is not so
 * @returns what `check` returned at last
 * @throws what it threw last, after a minute
 */
export function waitFor<T>(check: () => T | Promise<T>): Promise<T> {
	return vi.waitFor(check, { timeout: 60_000 });
}
