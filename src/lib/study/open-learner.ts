import { openStudyStore } from '#lib/store/open.ts';
import { checkedStudy, loadFold, type CheckedStudy } from '#lib/store/study.ts';

/** Opens what the device keeps of the learner; the code that rebuilds it is loaded only if something is broken. */
export async function openLearner(): Promise<CheckedStudy> {
	return checkedStudy(await openStudyStore(), loadFold);
}
