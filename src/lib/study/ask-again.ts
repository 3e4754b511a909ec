import type { StudyOutline } from '#lib/review/outline.ts';
import { planRelearn } from '#lib/review/plan/plan-relearn.ts';
import type { CheckedStudy } from '#lib/store/study.ts';

import { flawedItems } from './learner.ts';
import type { Answered } from './planner.ts';

/**
 * The items that ask again for what went wrong in this session and has not been right since; none if all of it has
 * been.
 *
 * @param all everything that was answered in this session
 */
export async function askAgain(
	outline: StudyOutline,
	learner: Pick<CheckedStudy, 'facts' | 'flaws'>,
	all: readonly Answered[],
	seed: string
): Promise<string[]> {
	const missed = missedFacts(all);
	if (missed.size === 0) return [];
	const [facts, flawed] = await Promise.all([
		learner.facts(outline.primer),
		flawedItems(learner, outline.primer)
	]);
	const again = facts.filter(({ fact, relearning }) => relearning && missed.has(fact));
	const seen = new Set(facts.map(({ fact }) => fact));
	return planRelearn(outline, again, seen, flawed, seed);
}

/** The facts whose last answer of a session was wrong. */
function missedFacts(all: readonly Answered[]): ReadonlySet<string> {
	const right = new Map(all.flatMap((answer) => answer.facts.map((fact) => [fact, answer.right] as const)));
	return new Set([...right].flatMap(([fact, isRight]) => (isRight ? [] : fact)));
}
