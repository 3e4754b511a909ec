import { openStudyStore } from '#lib/store/open.ts';
import type { Fold } from '#lib/store/study-store.ts';
import { checkedStudy, type CheckedStudy } from '#lib/store/study.ts';

/** Opens what the device keeps of the learner; what makes it anew is loaded only where something is broken. */
export async function openLearner(): Promise<CheckedStudy> {
	return checkedStudy(await openStudyStore(), loadFold);
}

/** Loads what makes anew all that follows from a log. */
export async function loadFold(): Promise<Fold> {
	return (await import('#lib/review/progress.ts')).progressOf;
}
