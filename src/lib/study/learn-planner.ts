import type { StudyOutline } from '#lib/review/outline.ts';
import { planLearn } from '#lib/review/plan/plan-learn.ts';
import type { CheckedStudy } from '#lib/store/study.ts';

import { askAgain } from './ask-again.ts';
import { flawedItems, seenFacts } from './learner.ts';
import type { Answered, Planner } from './planner.ts';

/** Plans a first pass through a point, then asks again for what goes wrong. */
export class LearnPlanner implements Planner {
	readonly occasion = 'learn';
	readonly asksAgain = true;
	readonly #outline: StudyOutline;
	readonly #point: number;
	readonly #learner: CheckedStudy;
	readonly #seed: string;
	/** How many facts of the point wait for another pass. */
	waiting = 0;

	constructor(outline: StudyOutline, point: number, learner: CheckedStudy, seed: string) {
		this.#outline = outline;
		this.#point = point;
		this.#learner = learner;
		this.#seed = seed;
	}

	async next(all: readonly Answered[]): Promise<string[]> {
		if (all.length > 0) return askAgain(this.#outline, this.#learner, all, `${this.#seed}${all.length}`);
		const { primer } = this.#outline;
		const [seen, flawed] = await Promise.all([
			seenFacts(this.#learner, primer),
			flawedItems(this.#learner, primer)
		]);
		const request = { outline: this.#outline, point: this.#point, seen, flawed, seed: this.#seed };
		const { items, later } = planLearn(request);
		this.waiting = later.length;
		return items;
	}
}
