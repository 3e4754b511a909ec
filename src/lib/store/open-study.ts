import { holding, takeHeld } from './held-answers.ts';
import { Blocked, Outdated } from './indexed-db/database.ts';
import { studyInDatabase } from './indexed-db/study.ts';
import { orInMemory } from './or-in-memory.ts';
import { askingToKeep } from './persistence.ts';
import { checkedStudy, loadFold } from './study.ts';
import type { StoreProblem, StudyStore } from './study-store.ts';

/**
 * Opens the device’s store of what was studied; or one that forgets, if the browser refuses storage or fails to give
 * it.
 */
export async function openStudy(): Promise<StudyStore> {
	try {
		const device = holding(askingToKeep(await studyInDatabase()));
		await takeHeld(checkedStudy(device, loadFold), async () => (await import('#lib/review/step.ts')).step);
		return orInMemory(device, () => inMemory());
	} catch (error) {
		return inMemory(problemOf(error));
	}
}

/** What keeps a page from what the device holds, by the error; undefined if the browser lets it hold nothing. */
function problemOf(error: unknown): StoreProblem | undefined {
	if (error instanceof Blocked) return 'blocked';
	return error instanceof Outdated ? 'newer' : undefined;
}

async function inMemory(problem?: StoreProblem): Promise<StudyStore> {
	const [{ studyInMemory }, { pageMemory }] = await Promise.all([
		import('./memory/study.ts'),
		import('./memory/memory.ts')
	]);
	return studyInMemory(pageMemory, problem);
}
