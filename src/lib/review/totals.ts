import type { DayState } from './state.ts';

/** The totals of some days. */
export interface Totals {
	/** On how many of them there was an answer. */
	days: number;
	answers: number;
	right: number;
	/** Milliseconds. */
	spent: number;
}

/** What a learner has done since a day, or in all if none is given. */
export function totalsOf(days: readonly DayState[], from = ''): Totals {
	return days
		.filter(({ day, answers }) => day >= from && answers > 0)
		.reduce<Totals>(
			(sum, { answers, right, spent }) => ({
				days: sum.days + 1,
				answers: sum.answers + answers,
				right: sum.right + right,
				spent: sum.spent + spent
			}),
			{ days: 0, answers: 0, right: 0, spent: 0 }
		);
}
