import { addDays } from './day.ts';
import type { DayState } from './state.ts';

/** How many answers a day takes to reach each level after 0. */
export const HEAT_STEPS = [1, 6, 12, 20] as const;

/** How much was done on a day: 0, nothing, to 4. */
export type Heat = 0 | 1 | 2 | 3 | 4;

/** What was done on a day of the calendar. */
export interface HeatDay {
	day: string;
	heat: Heat;
	answers: number;
	right: number;
	/** Milliseconds. */
	spent: number;
}

/** A week, from the learner’s first day of the week on; the last one ends with today. */
export type HeatWeek = HeatDay[];

/**
 * The last weeks up to today, with what was done on each day.
 *
 * @param count how many weeks, the present one included
 * @param firstDay the day on which a week begins, from 1, Monday, to 7, Sunday
 */
export function heatmapOf(days: readonly DayState[], today: string, count: number, firstDay = 1): HeatWeek[] {
	const done = new Map(days.map((day) => [day.day, day]));
	const start = addDays(weekStart(today, firstDay), -7 * (count - 1));
	return Array.from({ length: count }, (_, week) =>
		Array.from({ length: 7 }, (_, place) => addDays(start, 7 * week + place))
			.filter((day) => day <= today)
			.map((day) => {
				const { answers = 0, right = 0, spent = 0 } = done.get(day) ?? {};
				return { day, heat: heatOf(answers), answers, right, spent };
			})
	);
}

/**
 * The first day of the week that a day belongs to.
 *
 * @param firstDay from 1, Monday, to 7, Sunday
 */
export function weekStart(day: string, firstDay = 1): string {
	const weekday = new Date(day).getUTCDay();
	return addDays(day, -((weekday - firstDay + 7) % 7));
}

function heatOf(answers: number): Heat {
	const [first, second, third, fourth] = HEAT_STEPS;
	if (answers >= fourth) return 4;
	if (answers >= third) return 3;
	if (answers >= second) return 2;
	return answers >= first ? 1 : 0;
}
