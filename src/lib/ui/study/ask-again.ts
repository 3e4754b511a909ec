import { dayOf } from '#lib/review/day.ts';
import type { CourseOutline } from '#lib/review/outline.ts';
import { planRelearn } from '#lib/review/plan/plan-relearn.ts';
import type { CheckedStudy } from '#lib/store/study.ts';

import { flawedItems } from './flawed-items.ts';
import type { Answered } from './planner.ts';

/**
 * The items that ask again for what went wrong in the last round and has not been right since; none when all of it was.
 */
export async function askAgain(
	outline: CourseOutline,
	learner: CheckedStudy,
	last: readonly Answered[],
	seed: string
): Promise<string[]> {
	const missed = new Set(last.filter(({ right }) => !right).flatMap(({ facts }) => facts));
	if (missed.size === 0) return [];
	const [due, flawed] = await Promise.all([
		learner.due(outline.primer, dayOf(Date.now())),
		flawedItems(learner, outline.primer)
	]);
	const asked = new Map(outline.items.map(({ id, facts }) => [id, facts]));
	const served = new Set<string>();
	return due
		.filter(({ fact, relearning }) => relearning && missed.has(fact))
		.flatMap((state) => {
			const item = served.has(state.fact) ? undefined : planRelearn(outline, state, flawed, seed);
			for (const fact of asked.get(item ?? '') ?? []) served.add(fact);
			return item ?? [];
		});
}
