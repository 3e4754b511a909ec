import { formatReading, READING_AGE, READING_COOKIE, readingOf, type Reading } from '../reading.ts';

/** How the page is read now. */
export function currentReading(): Reading {
	const { size, spacing } = document.documentElement.dataset;
	return readingOf(size, spacing);
}

/** Has every page read so, this one at once. */
export function keepReading(reading: Reading): void {
	apply(reading);
	writeCookie(formatReading(reading), READING_AGE);
}

/** Has every page read as it was at the beginning. */
export function forgetReading(): void {
	apply(readingOf(undefined, undefined));
	writeCookie('', 0);
}

function apply({ size, spacing }: Reading): void {
	Object.assign(document.documentElement.dataset, { size, spacing });
}

function writeCookie(value: string, age: number): void {
	const secure = location.protocol === 'https:' ? '; secure' : '';
	document.cookie = `${READING_COOKIE}=${value}; path=/; max-age=${age}; samesite=lax${secure}`;
}
