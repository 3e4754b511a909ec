import * as v from 'valibot';

/** Checks a text that names something: not empty, and at most 200 characters. */
export const nameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Checks a count: how often something happened. */
export const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Checks a day of the calendar: `2026-11-25`. */
export const daySchema = v.config(v.pipe(v.string(), v.isoDate(), v.check(isOfCalendar)), {
	abortPipeEarly: true
});

/** Whether a day in that form is one of the calendar: JavaScript reads 31 February as 3 March. */
function isOfCalendar(day: string): boolean {
	const time = Date.parse(day);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
