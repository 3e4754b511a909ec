import { nextDue } from '#lib/review/next-due.ts';
import type { StudyOutline } from '#lib/review/outline.ts';
import { askableFacts } from '#lib/review/plan/askable.ts';
import type { CheckedStudy } from '#lib/store/study.ts';

/** The items, by id, that the learner has marked as flawed: they are not asked. */
export async function flawedItems(
	learner: Pick<CheckedStudy, 'flaws'>,
	primer: string
): Promise<ReadonlySet<string>> {
	return new Set((await learner.flaws(primer)).map(({ item }) => item));
}

/** The facts, by id, that the learner was asked for before. */
export async function seenFacts(
	learner: Pick<CheckedStudy, 'facts'>,
	primer: string
): Promise<ReadonlySet<string>> {
	return new Set((await learner.facts(primer)).map(({ fact }) => fact));
}

/** The first day on which a fact is due that can be asked; undefined while none was learnt. */
export async function nextDueDay(
	outline: StudyOutline,
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
