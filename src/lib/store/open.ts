import type { AttemptStore } from './attempt-store.ts';
import { DATABASE } from './name.ts';

let opened: Promise<AttemptStore> | undefined;

/** The device’s store of attempts, opened once; one that forgets, where the browser refuses storage. */
export function openStore(): Promise<AttemptStore> {
	opened ??= import('./indexed-db.ts')
		.then(({ indexedDbStore }) => indexedDbStore())
		.catch(async () => (await import('./memory.ts')).memoryStore());
	return opened;
}

/**
 * Whether the device may hold attempts from before. Asking costs nothing, so that whoever comes for the first time
 * waits for no store; where the browser does not say, it may.
 */
export async function mayHoldAttempts(): Promise<boolean> {
	try {
		return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
	} catch {
		return true;
	}
}
