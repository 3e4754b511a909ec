import { addDays, daysBetween } from './day.ts';
import type { DayState, FactState } from './state.ts';

/** In any stretch of this many days, one may be missed. */
const WEEK = 7;

/** Days of study in a row. */
export interface Streak {
	/** On how many days there was an answer; days with nothing due, and forgiven ones, join them without counting. */
	length: number;
	/** Whether today is one of them already. */
	today: boolean;
	/** The latest missed day that was forgiven; null where there was none. */
	forgiven: string | null;
	/** The longest there has ever been. */
	longest: number;
}

/**
 * The days in a row up to today. In any seven of them, one may be missed: a day on which nothing was answered although
 * something had fallen due since the last day of study. Today does not count as missed while it lasts.
 *
 * @param gone facts that cannot be asked any more. If a day’s next due day is that of one of them, nobody knows what
 * else would have been due, so no day counts as missed until the next day of study
 */
export function streakOf(
	days: readonly DayState[],
	gone: readonly Pick<FactState, 'due'>[],
	today: string
): Streak {
	const unasked = new Set(gone.map(({ due }) => due));
	const studied = days
		.filter(({ day, answers }) => answers > 0 && day <= today)
		.sort((a, b) => (a.day < b.day ? -1 : 1));
	const isToday = studied.at(-1)?.day === today;
	let longest = 0;
	let missed: string | null = null;
	let run: string[] = [];

	for (const [index, active] of studied.entries()) {
		run.push(active.day);
		longest = Math.max(longest, run.length);
		const until = studied[index + 1]?.day ?? today;
		for (const day of unasked.has(active.nextDue) ? [] : missedAfter(active, until)) {
			const before = missed;
			if (before !== null && daysBetween(before, day) < WEEK) run = run.filter((each) => each > before);
			missed = day;
		}
	}

	const [first = today] = run;
	const forgiven = missed !== null && missed > first ? missed : null;
	return { length: run.length, today: isToday, forgiven, longest };
}

/** The missed days between a day of study and another; two at most, since two in a row end all that was before. */
function missedAfter({ day, nextDue }: DayState, until: string): string[] {
	const next = addDays(day, 1);
	const from = nextDue > next ? nextDue : next;
	return [from, addDays(from, 1)].filter((missed) => missed < until);
}
