import { daysBetween } from './day.ts';
import { gradeOf } from './grade.ts';
import { nextLevel } from './level.ts';
import { dueDay, remember } from './memory.ts';
import type { Review } from './review.ts';
import { STATE_VERSION, type FactState } from './state.ts';

/** How many of the items that last asked for a fact are remembered. */
const RECENT = 3;

/**
 * How long a fact has to rest, in milliseconds, before a new date counts as a new day: six hours allow for a night’s
 * sleep, but not for an evening of study that runs past midnight.
 */
const REST = 6 * 3_600_000;

/**
 * How many days lie between a review and the last time its fact was asked, by the learner’s calendar: none if the fact
 * had no time to rest, or if the clock was set back.
 */
function daysSince({ memory, lastDay }: FactState, { at, day }: Pick<Review, 'at' | 'day'>): number {
	return at - memory.at < REST ? 0 : Math.max(0, daysBetween(lastDay, day));
}

/** Whether a fact went wrong, has not been right since, and no day has gone by. */
export function isRelearning(before: FactState | undefined, review: Pick<Review, 'at' | 'day'>): boolean {
	return before !== undefined && before.relearning && daysSince(before, review) === 0;
}

/**
 * How a review changes one fact that its item asks for. A wrong answer makes the fact due on the same day until it is
 * answered right once; after that, FSRS sets the day.
 *
 * @param before its state before; undefined if it was never asked for
 */
export function stepFact(before: FactState | undefined, fact: string, review: Review): FactState {
	const grade = gradeOf(review);
	const right = grade !== 'again';
	const { day } = review;
	const days = before ? daysSince(before, review) : 0;
	// An evening that goes on past midnight is one day.
	const levelDay = before && days === 0 && before.lastDay < day ? before.lastDay : day;
	const memory = remember(before?.memory ?? null, grade, review.at, days);
	const { level, since, kinds } = nextLevel(before, {
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
