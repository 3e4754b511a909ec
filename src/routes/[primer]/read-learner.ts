import { openStudyStore } from '#lib/store/open.ts';
import { checkedStudy } from '#lib/store/study.ts';
import type { Learner } from '#lib/ui/progress/learner.ts';

/**
 * Reads what the device keeps of a learner at a primer, as far as the map shows it.
 *
 * @throws when it cannot be read
 */
export async function readLearner(primer: string): Promise<Learner> {
	const study = checkedStudy(
		await openStudyStore(),
		async () => (await import('#lib/review/progress.ts')).progressOf
	);
	const [facts, days, settings] = await Promise.all([
		study.facts(primer),
		study.days(primer),
		study.settings()
	]);
	return { facts, days, streak: settings.streak };
}
