import type { StudyOutline } from '#lib/review/outline.ts';
import { nextAdaptive } from '#lib/review/plan/next-adaptive.ts';
import { planMistakes } from '#lib/review/plan/plan-mistakes.ts';
import { planMixed } from '#lib/review/plan/plan-mixed.ts';
import type { CheckedStudy } from '#lib/store/study.ts';

import { flawedItems, seenFacts } from './learner.ts';
import type { Planner } from './planner.ts';
import { PRACTICE_COUNT, type PracticeDraw } from './practice-draw.ts';

type MakePlanner = (outline: StudyOutline, learner: CheckedStudy, seed: string) => Planner;

/** Plans practice, for each thing it can draw on. */
export const practicePlanners: Record<PracticeDraw, MakePlanner> = {
	/** One question a round, since the next depends on the answer. */
	adaptive: (outline, learner, seed) => ({
		occasion: 'adaptive',
		asksAgain: false,
		expected: PRACTICE_COUNT,
		async next(all, asked) {
			if (all.length === PRACTICE_COUNT) return [];
			const [abilities, items, flawed] = await Promise.all([
				learner.abilities(outline.primer),
				learner.items(outline.primer),
				flawedItems(learner, outline.primer)
			]);
			const next = nextAdaptive({ outline, abilities, items, answered: asked, flawed, seed });
			return next === undefined ? [] : [next];
		}
	}),
	mistakes: (outline, learner) => ({
		occasion: 'mistakes',
		asksAgain: false,
		async next(all) {
			if (all.length > 0) return [];
			const [items, flawed] = await Promise.all([
				learner.items(outline.primer),
				flawedItems(learner, outline.primer)
			]);
			return planMistakes(outline, items, flawed);
		}
	}),
	mixed: (outline, learner, seed) => ({
		occasion: 'mixed',
		asksAgain: false,
		async next(all) {
			if (all.length > 0) return [];
			const [seen, flawed] = await Promise.all([
				seenFacts(learner, outline.primer),
				flawedItems(learner, outline.primer)
			]);
			return planMixed({ outline, count: PRACTICE_COUNT, seen, flawed, seed });
		}
	})
};
