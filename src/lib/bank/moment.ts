import * as v from 'valibot';

import { isInCalendar } from './day.ts';

const REMEDY = 'is not a date\nWrite a year, a month or a day: 2011, 2018-10 or 2011-09-12.';

/** Schema for a moment as exactly as it is known, a year, a month or a day: `2011`, `2018-10`, `2011-09-12`. */
export const moment = v.pipe(
	// YAML takes a year by itself for a number.
	v.union([v.string(), v.number()], REMEDY),
	v.transform(String),
	v.check(
		(text) => /^\d{4}(-\d\d){0,2}$/.test(text) && !Number.isNaN(Date.parse(text)) && isInCalendar(text),
		REMEDY
	)
);

/**
 * Whether a moment is over before another begins. A year alone is neither before nor after a day within it.
 */
export function isBefore(one: string, other: string): boolean {
	const known = Math.min(one.length, other.length);
	return one.slice(0, known) < other.slice(0, known);
}
