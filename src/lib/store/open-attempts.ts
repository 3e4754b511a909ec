import type { AttemptStore, Wanted } from './attempt-store.ts';
import { holdingAttempts, takeHeldAttempts } from './held-attempts.ts';
import { attemptsInDatabase } from './indexed-db/attempts.ts';

/** Opens the device’s store of attempts; or one that forgets, if the browser refuses storage or fails to give it. */
export async function openAttempts(): Promise<AttemptStore> {
	try {
		const store = await attemptsInDatabase();
		// What stays aside is no worse off than before.
		await store.bringBack(loadGraded).catch(() => undefined);
		await takeHeldAttempts(store);
		return holdingAttempts(store);
	} catch {
		const [{ attemptsInMemory }, { pageMemory }] = await Promise.all([
			import('./memory/attempts.ts'),
			import('./memory/memory.ts')
		]);
		return attemptsInMemory(pageMemory);
	}
}

async function loadGraded(): Promise<Wanted> {
	return (await import('./graded-again.ts')).gradedAgain;
}
