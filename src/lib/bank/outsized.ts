import { isMapping } from '#lib/text/mapping.ts';

import type { SchemaFault } from './issue.ts';
import type { Path } from './yaml.ts';

/** The most characters of a text: some six pages. */
export const LONGEST_TEXT = 20_000;

/** The most entries of a list, except the list of items. */
const LONGEST_LIST = 10_000;

/** The most keys of a mapping. */
const MOST_KEYS = 1000;

/** Whatever in a file is too large to be meant, and would take the schemas long. */
export function outsized(value: unknown, path: Path = []): SchemaFault[] {
	if (typeof value === 'string') {
		const fix = 'Shorten it, or check whether a quotation mark is missing after it.';
		return value.length > LONGEST_TEXT ? [tooLong(path, value.length, 'characters', LONGEST_TEXT, fix)] : [];
	}
	if (Array.isArray(value)) {
		const isOfItems = path.length === 1 && path[0] === 'items';
		if (value.length > LONGEST_LIST && !isOfItems)
			return [tooLong(path, value.length, 'entries', LONGEST_LIST, 'Shorten it.')];
		return value.flatMap((entry: unknown, index) => outsized(entry, [...path, index]));
	}
	if (!isMapping(value)) return [];
	const entries = Object.entries(value);
	if (entries.length > MOST_KEYS) return [tooLong(path, entries.length, 'keys', MOST_KEYS, 'Shorten it.')];
	return entries.flatMap(([key, entry]) => outsized(entry, [...path, key]));
}

function tooLong(path: Path, length: number, what: string, most: number, fix: string): SchemaFault {
	return { path, message: `has ${inEnglish(length)} ${what}, and ${inEnglish(most)} is the most`, fix };
}

/** A count with thousands separators. */
export function inEnglish(count: number): string {
	return count.toLocaleString('en');
}
