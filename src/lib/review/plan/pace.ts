import type { DayState } from '../state.ts';

/** How long an item takes where nothing is known of the learner, in milliseconds. */
const UNKNOWN = 30_000;
const QUICKEST = 10_000;
const SLOWEST = 90_000;

/** How long a learner takes for an item, in milliseconds, from what they did on some days; 10 to 90 seconds. */
export function paceOf(days: readonly Pick<DayState, 'answers' | 'spent'>[]): number {
	const answers = days.reduce((sum, day) => sum + day.answers, 0);
	if (answers === 0) return UNKNOWN;
	const spent = days.reduce((sum, day) => sum + day.spent, 0);
	return Math.min(SLOWEST, Math.max(QUICKEST, spent / answers));
}
