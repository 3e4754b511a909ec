import type { AttemptStore } from './attempt-store.ts';
import { attemptsInDatabase } from './indexed-db/attempts.ts';

/** Opens the device’s store of attempts; one that forgets, where the browser refuses storage or fails to give it. */
export async function openAttempts(): Promise<AttemptStore> {
	try {
		return await attemptsInDatabase();
	} catch {
		const [{ attemptsInMemory }, { pageMemory }] = await Promise.all([
			import('./memory/attempts.ts'),
			import('./memory/memory.ts')
		]);
		return attemptsInMemory(pageMemory);
	}
}
