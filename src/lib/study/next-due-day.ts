import type { CourseOutline } from '#lib/review/outline.ts';
import { nextDue } from '#lib/review/next-due.ts';
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
	const asked = facts.filter(({ fact }) => askable.has(fact));
	return asked.length > 0 ? nextDue(asked) : undefined;
}
