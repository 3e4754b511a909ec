import * as v from 'valibot';

const ISO_DATE = /^\d{4}-\d\d-\d\d$/;

/** Schema for a day of the calendar, written as ISO 8601 has it: `2018-11-13`. */
export const day = v.pipe(
	v.string('is not a date\nWrite it as year, month and day: 2018-11-13.'),
	v.isoDate('is not a date\nWrite it as year, month and day: 2018-11-13.'),
	// For a text that is no date at all, one complaint is enough.
	v.check(
		(text) => !ISO_DATE.test(text) || isInCalendar(text),
		'is not a day of the calendar\nCheck month and day.'
	)
);

/** Whether the calendar has that day, month or year: JavaScript reads 31 February as 3 March. */
export function isInCalendar(isoDate: string): boolean {
	const time = Date.parse(isoDate);
	return Number.isNaN(time) || new Date(time).toISOString().startsWith(isoDate);
}
