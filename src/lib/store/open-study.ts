import { hindranceOf } from './hindrance.ts';
import { studyInDatabase } from './indexed-db/study.ts';
import { askingToKeep } from './persistence.ts';
import type { StudyStore } from './study-store.ts';

/** Opens the device’s store of what was studied; one that forgets, where the browser refuses storage or fails to give it. */
export async function openStudy(): Promise<StudyStore> {
	try {
		return askingToKeep(await studyInDatabase());
	} catch (error) {
		const [{ studyInMemory }, { pageMemory }] = await Promise.all([
			import('./memory/study.ts'),
			import('./memory/memory.ts')
		]);
		return studyInMemory(pageMemory, hindranceOf(error));
	}
}
