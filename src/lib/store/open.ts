import type { AttemptStore } from './attempt-store.ts';
import { DATABASE } from './name.ts';
import type { StudyStore } from './study-store.ts';

let attempts: Promise<AttemptStore> | undefined;
let study: Promise<StudyStore> | undefined;

/** The device’s store of attempts, opened once; one that forgets, where the browser refuses storage. */
export function openStore(): Promise<AttemptStore> {
	attempts ??= import('./open-attempts.ts').then(({ openAttempts }) => openAttempts());
	return attempts;
}

/** The device’s store of what was studied, likewise. */
export function openStudyStore(): Promise<StudyStore> {
	study ??= import('./open-study.ts').then(({ openStudy }) => openStudy());
	return study;
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
