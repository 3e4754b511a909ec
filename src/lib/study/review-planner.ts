import { addDays, dayOf } from '#lib/review/day.ts';
import type { StudyOutline } from '#lib/review/outline.ts';
import { planReview } from '#lib/review/plan/plan-review.ts';
import type { CheckedStudy } from '#lib/store/study.ts';

import { askAgain } from './ask-again.ts';
import { flawedItems } from './learner.ts';
import type { Answered, Planner } from './planner.ts';

/** How many recent days the learner’s pace is estimated from. */
const RECENT_DAYS = 14;

/** Plans what is due today, then asks again for what goes wrong. */
export class ReviewPlanner implements Planner {
	readonly occasion = 'review';
	readonly asksAgain = true;
	readonly #outline: StudyOutline;
	readonly #learner: CheckedStudy;
	readonly #seed: string;
	readonly #now: () => number;
	/** How many due facts wait for a later session. */
	waiting = 0;

	/** @param now milliseconds since 1970, by the learner’s clock */
	constructor(outline: StudyOutline, learner: CheckedStudy, seed: string, now: () => number) {
		this.#outline = outline;
		this.#learner = learner;
		this.#seed = seed;
		this.#now = now;
	}

	async next(all: readonly Answered[]): Promise<string[]> {
		if (all.length > 0) return askAgain(this.#outline, this.#learner, all, `${this.#seed}${all.length}`);
		const { primer } = this.#outline;
		const today = dayOf(this.#now());
		const [facts, days, flawed] = await Promise.all([
			this.#learner.facts(primer),
			this.#learner.days(primer, addDays(today, -RECENT_DAYS)),
			flawedItems(this.#learner, primer)
		]);
		const due = facts.filter((fact) => fact.due <= today);
		const seen = new Set(facts.map(({ fact }) => fact));
		const plan = planReview({ outline: this.#outline, due, seen, days, flawed, seed: this.#seed });
		this.waiting = plan.waiting;
		return plan.items.map(({ item }) => item);
	}
}
