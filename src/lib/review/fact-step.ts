import { daysBetween } from './day.ts';
import { gradeOf } from './grade.ts';
import { nextStanding } from './level.ts';
import { dueDay, remember } from './memory.ts';
import type { Review } from './review.ts';
import { STATE_VERSION, type FactState } from './state.ts';

/** How many of the items that asked for a fact last are kept. */
const RECENT = 3;

/**
 * How long a fact has to rest, in milliseconds, before a new day counts as one: six hours hold a night’s sleep, and no
 * evening of study that goes on past midnight.
 */
const REST = 6 * 3_600_000;

/**
 * How many days after a fact was asked last a review comes, by the learner’s calendar: none where it had no time to
 * rest, or the clock was set back.
 */
function daysSince({ memory, lastDay }: FactState, { at, day }: Pick<Review, 'at' | 'day'>): number {
	return at - memory.at < REST ? 0 : Math.max(0, daysBetween(lastDay, day));
}

/** Whether a fact went wrong and was not right since, and no day has gone by. */
export function isRelearning(before: FactState | undefined, review: Pick<Review, 'at' | 'day'>): boolean {
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
	// An evening that goes on past midnight is one day.
	const levelDay = before && days === 0 && before.lastDay < day ? before.lastDay : day;
	const memory = remember(before?.memory ?? null, grade, review.at, days);
	const { level, since, kinds } = nextStanding(before, {
		right,
		kind: review.kind,
		occasion: review.occasion,
		day: levelDay,
		due: before !== undefined && before.due <= levelDay,
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
