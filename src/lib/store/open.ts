import type { AttemptStore } from './attempt-store.ts';
import { memoryStore } from './memory.ts';

let opened: Promise<AttemptStore> | undefined;

/** The device’s store of attempts, opened once; one that forgets, where the browser refuses storage. */
export function openStore(): Promise<AttemptStore> {
	opened ??= import('./indexed-db.ts').then(({ indexedDbStore }) => indexedDbStore()).catch(memoryStore);
	return opened;
}
