import type { Advice } from '#lib/review/advice.ts';
import { dayOf } from '#lib/review/day.ts';
import type { OpenAttempt } from '#lib/review/open-attempt.ts';
import type { StudyOutline } from '#lib/review/outline.ts';
import { paceOf } from '#lib/review/plan/pace.ts';
import { planLearn } from '#lib/review/plan/plan-learn.ts';
import { planReview } from '#lib/review/plan/plan-review.ts';
import { PRACTICE_COUNT } from '#lib/study/practice-draw.ts';

import type { Learner } from './learner.ts';

/** How long the reading before the questions of a point takes, in milliseconds: some 200 words at 238 a minute. */
const LESSON = 50_000;

const MINUTE = 60_000;

/**
 * About how long it takes to follow some advice, at the learner’s own pace, or how long an exam goes on: whole minutes, one
 * at least.
 *
 * @param learner null while the device was not read
 * @param now milliseconds since 1970
 */
export function minutesFor(
	advice: Advice | OpenAttempt,
	outline: StudyOutline,
	learner: Pick<Learner, 'facts' | 'days' | 'flawed'> | null,
	now: number
): number {
	const facts = learner?.facts ?? [];
	const days = learner?.days ?? [];
	const plan = {
		outline,
		seen: new Set(facts.map(({ fact }) => fact)),
		flawed: learner?.flawed ?? new Set<string>(),
		seed: ''
	};
	const taken = (questions: number, before = 0) =>
		Math.max(1, Math.round((before + questions * paceOf(days)) / MINUTE));
	switch (advice.code) {
		case 'go-on':
			// What runs out counts, however quick somebody is.
			return advice.endsAt === null
				? taken(advice.left)
				: Math.max(1, Math.floor((advice.endsAt - now) / MINUTE));
		case 'begin':
		case 'learn':
			return taken(planLearn({ ...plan, point: advice.point }).items.length, LESSON);
		case 'review': {
			const due = facts.filter((fact) => fact.due <= dayOf(now));
			return taken(planReview({ ...plan, due, days }).items.length);
		}
		case 'mistakes':
			return taken(advice.items);
		case 'fading':
		case 'mastered':
		case 'rest':
			return taken(PRACTICE_COUNT);
	}
}
