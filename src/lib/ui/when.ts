import { getLocale, type Locale } from '#lib/paraglide/runtime.js';
import { shortOfTheEnds } from '#lib/text/rounding.ts';

/** How each language of the interface writes numbers and days. */
export const formats: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR' };

/** A day (`2018-11-13`) as the page’s language writes it: “13 November 2018”, “1er novembre 2018”. */
export function dayInWords(day: string): string {
	const words = dateFormat({ dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
	return getLocale() === 'fr' ? words.replace(/^1 /, '1er ') : words;
}

/** A date of any exactness (`2011`, `2018-10`, `2011-09-12`) as the page’s language writes it: “2011”, “October 2018”. */
export function dateInWords(date: string): string {
	const [year = '', month, day] = date.split('-');
	if (month === undefined) return year;
	if (day !== undefined) return dayInWords(date);
	return dateFormat({ year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(date));
}

/**
 * The moment at which something was done, in milliseconds since 1970, as the page’s language writes it: “13
 * Nov 2018, 09:05”. A moment in the future, from a clock that was ahead, counts as now.
 */
export function momentInWords(at: number, now = Date.now()): string {
	return dateFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(Math.min(at, now)));
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat(formats[getLocale()], options);
}

/** A span of time in milliseconds as a clock shows it, rounded up to whole seconds: `9:05`, `1:00:00`. */
export function clockTime(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const shown = parts[0] === 0 ? parts.slice(1) : parts;
	return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** A number with at most one decimal, as the page’s language writes it: “0.5”, “0,5”, “−2”. */
export function shortNumber(number: number): string {
	return new Intl.NumberFormat(formats[getLocale()], { maximumFractionDigits: 1 })
		.format(number)
		.replace('-', '−');
}

/**
 * What was earned, as {@link shortNumber} writes it, but never rounded up to all that was possible nor down to nothing:
 * 0.95 of 1 is “0.9”.
 */
export function earnedNumber(earned: number, possible: number): string {
	return shortNumber(shortOfTheEnds(earned, possible, 10));
}
