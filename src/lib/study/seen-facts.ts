import type { CheckedStudy } from '#lib/store/study.ts';

/** The facts, by id, that the learner was asked for before. */
export async function seenFacts(
	learner: Pick<CheckedStudy, 'facts'>,
	primer: string
): Promise<ReadonlySet<string>> {
	return new Set((await learner.facts(primer)).map(({ fact }) => fact));
}
