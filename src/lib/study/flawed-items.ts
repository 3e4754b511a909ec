import type { CheckedStudy } from '#lib/store/study.ts';

/** The items, by id, that the learner has marked as flawed: they are not asked. */
export async function flawedItems(
	learner: Pick<CheckedStudy, 'flaws'>,
	primer: string
): Promise<ReadonlySet<string>> {
	return new Set((await learner.flaws(primer)).map(({ item }) => item));
}
