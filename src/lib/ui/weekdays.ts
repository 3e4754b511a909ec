import { getLocale } from '#lib/paraglide/runtime.js';

import { formats } from './when.ts';

/**
 * A day (`2026-12-03`) with its weekday, as the page’s language writes it: “Thursday 3 December”, “jeudi 3 décembre”.
 *
 * @param today the year is included if it is not that of this day
 */
export function dayWithWeekday(day: string, today: string): string {
	const isThisYear = day.slice(0, 4) === today.slice(0, 4);
	const words = write(day, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		...(isThisYear ? {} : { year: 'numeric' })
	});
	return getLocale() === 'fr' ? words.replace(/ 1 /, ' 1er ') : words;
}

/** The weekday of a day in short: “Thu”, “jeu.”. */
export function shortWeekday(day: string): string {
	return write(day, { weekday: 'short' });
}

/** The month of a day in short: “Dec”, “déc.”. */
export function shortMonth(day: string): string {
	return write(day, { month: 'short' });
}

/** A day in short: “3 Dec”, “3 déc.”. */
export function shortDay(day: string): string {
	return write(day, { day: 'numeric', month: 'short' });
}

function write(day: string, options: Intl.DateTimeFormatOptions): string {
	return new Intl.DateTimeFormat(formats[getLocale()], { ...options, timeZone: 'UTC' }).format(new Date(day));
}
