import type { CourseOutline } from '#lib/review/outline.ts';
import { askableFacts } from '#lib/review/plan/askable.ts';
import type { CheckedStudy } from '#lib/store/study.ts';

import { flawedItems } from './flawed-items.ts';

/** The first day on which a fact is due that can be asked; undefined while none was learnt. */
export async function nextDueDay(
	outline: CourseOutline,
	learner: Pick<CheckedStudy, 'facts' | 'flaws'>
): Promise<string | undefined> {
	const [facts, flawed] = await Promise.all([
		learner.facts(outline.primer),
		flawedItems(learner, outline.primer)
	]);
	const askable = askableFacts(outline, flawed);
	const [first] = facts.flatMap(({ fact, due }) => (askable.has(fact) ? due : [])).sort();
	return first;
}
