/** Of a day without a change of the clock, in milliseconds. */
export const DAY = 86_400_000;

/** The last day with a name of this form; anything later counts as that day. */
export const LAST_DAY = '9999-12-31';

/** The day of a moment (milliseconds since 1970) by the calendar of the device: `2026-11-25`. */
export function dayOf(at: number): string {
	const date = new Date(at);
	return written(date.getFullYear(), date.getMonth(), date.getDate());
}

/** The day so many days after another, or before it if `days` is negative. */
export function addDays(day: string, days: number): string {
	const date = new Date(Date.parse(day) + days * DAY);
	return written(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}

/** How many days there are from one day to another; negative if the second comes first. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** @param month counted from 0 */
function written(year: number, month: number, date: number): string {
	if (year > 9999) return LAST_DAY;
	return `${String(year).padStart(4, '0')}-${two(month + 1)}-${two(date)}`;
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
