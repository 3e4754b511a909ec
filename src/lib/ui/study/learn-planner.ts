import type { CourseOutline } from '#lib/review/outline.ts';
import { planLearn } from '#lib/review/plan/plan-learn.ts';
import type { CheckedStudy } from '#lib/store/study.ts';

import { askAgain } from './ask-again.ts';
import { flawedItems } from './flawed-items.ts';
import type { Planner } from './planner.ts';
import { seenFacts } from './seen-facts.ts';

/** Plans a first pass through a point, and again what goes wrong. */
export function learnPlanner(
	outline: CourseOutline,
	point: number,
	learner: CheckedStudy,
	seed: string
): Planner {
	return {
		occasion: 'learn',
		asksAgain: true,
		async next(_, all) {
			if (all.length > 0) return askAgain(outline, learner, all, `${seed}${all.length}`);
			const [seen, flawed] = await Promise.all([
				seenFacts(learner, outline.primer),
				flawedItems(learner, outline.primer)
			]);
			return planLearn({ outline, point, seen, flawed, seed }).items;
		}
	};
}
