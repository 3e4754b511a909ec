/** A day (`2018-11-13`) as a reader of a language writes it: “13 November 2018”. */
export function dayInWords(day: string, language = 'en-GB'): string {
	return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** A span of time in milliseconds as a clock shows it, rounded up to whole seconds: `9:05`, `1:00:00`. */
export function clockTime(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const shown = parts[0] === 0 ? parts.slice(1) : parts;
	return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** A number with at most one decimal, as a reader of a language writes it. */
export function shortNumber(number: number, language = 'en-GB'): string {
	return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(number);
}
