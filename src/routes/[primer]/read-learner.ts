import type { Learner } from '#lib/screens/progress/learner.ts';
import { flawedItems } from '#lib/study/learner.ts';
import { openLearner } from '#lib/study/open-learner.ts';

/**
 * Reads what the device keeps of a learner at a primer, as far as the map shows it.
 *
 * @throws when it cannot be read
 */
export async function readLearner(primer: string): Promise<Learner> {
	const study = await openLearner();
	const [facts, items, days, flawed, settings] = await Promise.all([
		study.facts(primer),
		study.items(primer),
		study.days(primer),
		flawedItems(study, primer),
		study.settings()
	]);
	// What cannot be read must not look as if it had never been learnt.
	if (study.problem) throw new Error(`What the device keeps cannot be read: ${study.problem}.`);
	return { facts, items, days, flawed, streak: settings.streak };
}
