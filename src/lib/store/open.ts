import type { AttemptStore } from './attempt-store.ts';
import { DATABASE } from './name.ts';
import type { StudyStore } from './study-store.ts';

/** The device’s store of attempts, opened once; or one that forgets, if nothing can be kept. */
export const openStore = lastingOnce<AttemptStore>(async () =>
	(await import('./open-attempts.ts')).openAttempts()
);

/** The device’s store of what was studied, opened in the same way. */
export const openStudyStore = lastingOnce<StudyStore>(async () =>
	(await import('./open-study.ts')).openStudy()
);

/**
 * Whether the device may hold attempts from before. Asking costs nothing, so a first visit need not wait for a store.
 * If the browser does not say, it may.
 */
export async function mayHoldAttempts(): Promise<boolean> {
	try {
		return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
	} catch {
		return true;
	}
}

/**
 * Opens a store that lasts only once. One that does not last, no longer lasts or fails is opened again each time: what
 * was in the way may be gone.
 */
function lastingOnce<T extends { readonly lasting: boolean }>(open: () => Promise<T>): () => Promise<T> {
	let opening: Promise<T> | undefined;
	let opened: T | undefined;
	return () => {
		if (opened?.lasting === false) [opening, opened] = [undefined, undefined];
		if (opening) return opening;
		const begun = open();
		opening = begun;
		begun.then(
			(store) => {
				if (opening === begun) opened = store;
			},
			() => {
				if (opening === begun) opening = undefined;
			}
		);
		return begun;
	};
}
