import { daysBetween } from './day.ts';
import { gradeOf } from './grade.ts';
import { nextStanding } from './level.ts';
import { dueDay, remember } from './memory.ts';
import type { Review } from './review.ts';
import { STATE_VERSION, type FactState } from './state.ts';

/** How many of the items that asked for a fact last are kept. */
const RECENT = 3;

/** How many days after a fact was asked last a review comes; none where the clock was set back. */
function daysSince({ lastDay }: FactState, { day }: Pick<Review, 'day'>): number {
	return Math.max(0, daysBetween(lastDay, day));
}

/** Whether a review comes on the day on which the fact went wrong, and was not right since. */
export function isRelearning(before: FactState | undefined, review: Pick<Review, 'day'>): boolean {
	return before !== undefined && before.relearning && daysSince(before, review) === 0;
}

/**
 * What a review makes of one fact that its item asks for. A wrong answer makes it due on the same day, until one right
 * answer; the day after that is for FSRS to say.
 *
 * @param before as it stood; undefined where it was never asked for
 */
export function stepFact(before: FactState | undefined, fact: string, review: Review): FactState {
	const grade = gradeOf(review);
	const right = grade !== 'again';
	const { day } = review;
	const days = before ? daysSince(before, review) : 0;
	const memory = remember(before?.memory ?? null, grade, review.at, days);
	const { level, since, kinds } = nextStanding(before, {
		right,
		kind: review.kind,
		occasion: review.occasion,
		day,
		due: before !== undefined && before.due <= day,
		relearning: isRelearning(before, review)
	});
	return {
		version: STATE_VERSION,
		primer: review.primer,
		fact,
		memory,
		due: right ? dueDay(memory, day) : day,
		relearning: !right,
		level,
		since,
		kinds,
		recent: recentWith(review.item, before?.recent ?? []),
		lastKind: review.kind,
		lastDay: day,
		reviews: (before?.reviews ?? 0) + 1,
		lapses: (before?.lapses ?? 0) + (right ? 0 : 1)
	};
}

function recentWith(item: string, recent: readonly string[]): string[] {
	return [item, ...recent.filter((other) => other !== item)].slice(0, RECENT);
}
