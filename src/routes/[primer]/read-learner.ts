import type { Learner } from '#lib/ui/progress/learner.ts';
import { openLearner } from '#lib/ui/study/open-learner.ts';

/**
 * Reads what the device keeps of a learner at a primer, as far as the map shows it.
 *
 * @throws when it cannot be read
 */
export async function readLearner(primer: string): Promise<Learner> {
	const study = await openLearner();
	const [facts, days, settings] = await Promise.all([
		study.facts(primer),
		study.days(primer),
		study.settings()
	]);
	return { facts, days, streak: settings.streak };
}
