import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

import { behaviours } from '#lib/quiz/behaviour.ts';
import { parseRecord } from '#lib/quiz/parse-record.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';

import type { Names } from './names.ts';
import { packed, unpacked } from './packed.ts';
import { withoutPauses } from './without-pauses.ts';

/** What a platform keeps for us between two launches. */
export interface Suspended {
	record: AttemptRecord;
	/** The items of which it has been told, by id, in the order in which it was told of them. */
	told: string[];
}

/** Suspend data, and whether the attempt resumes from it as far as it has come. */
export interface Written {
	text: string;
	isWhole: boolean;
}

/** Marks what this code writes. Another first letter is another version, or somebody else’s. */
const VERSION = 'A';

/** How many bytes an attempt may be before it is packed: more than any real one, and nothing that a page cannot hold. */
const MOST_BYTES = 2_000_000;

/**
 * Writes suspend data: letters, digits, `-` and `_`, whatever the attempt holds.
 *
 * What does not fit is shortened. First pauses are taken out, and with them nothing but when exactly they were. If that
 * is not enough, what the learner did last is left out: then the attempt resumes at an earlier question, and what was
 * answered after it is asked again, although the platform has been told of it. If not even the form fits, the text is
 * empty and nothing resumes.
 *
 * Grades are not kept: what a device has graded, it grades again.
 *
 * @param limit how many characters the platform takes, from 1
 * @param names of what the course has
 */
export function writeSuspendData({ record, told }: Suspended, limit: number, names: Names): Written {
	const whole = { ...record, grades: null };
	const fits = (one: AttemptRecord): string | undefined => {
		const text = encoded(packed(one, told, names));
		return text !== undefined && text.length <= limit ? text : undefined;
	};
	const text = fits(whole);
	if (text !== undefined) return { text, isWhole: true };
	const brief = behaviours[record.form.behaviour].pauses ? withoutPauses(whole) : whole;
	const briefText = fits(brief);
	if (briefText !== undefined) return { text: briefText, isWhole: true };
	return { text: longestPart(brief, fits) ?? '', isWhole: false };
}

/**
 * Reads suspend data; undefined for nothing, or nothing that was written here. Never throws, whatever the text: whoever can
 * write at the platform may have made it up.
 *
 * @param limit how many characters the platform takes: whatever is longer was not written here
 * @param names of what the course has, which may be another edition than that which wrote it
 */
export function readSuspendData(text: string, limit: number, names: Names): Suspended | undefined {
	if (!text.startsWith(VERSION) || text.length > limit) return undefined;
	try {
		const value = unpacked(decoded(text), names);
		const record = parseRecord(value?.record);
		if (!value || !record) return undefined;
		return { record, told: value.told.filter((item) => record.form.items.includes(item)) };
	} catch {
		// Cut off or changed by the platform, or nested deeper than anything that was written here.
		return undefined;
	}
}

/** The longest beginning of an attempt that fits, written; undefined if none does. */
function longestPart(
	record: AttemptRecord,
	fits: (record: AttemptRecord) => string | undefined
): string | undefined {
	const begun = (length: number): AttemptRecord => ({
		...record,
		log: record.log.slice(0, length),
		outcome: null,
		done: 0
	});
	let best = fits(begun(0));
	if (best === undefined) return undefined;
	let [least, most] = [0, record.log.length];
	while (most - least > 1) {
		const middle = Math.floor((least + most) / 2);
		const text = fits(begun(middle));
		if (text === undefined) most = middle;
		else [least, best] = [middle, text];
	}
	return best;
}

/** Undefined for what would not be read again, because it is too much. */
function encoded(value: unknown): string | undefined {
	const bytes = strToU8(JSON.stringify(value));
	if (bytes.length > MOST_BYTES) return undefined;
	const binary = strFromU8(deflateSync(bytes, { level: 9 }), true);
	return VERSION + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws Error for what is not packed, is no JSON, or is too much */
function decoded(text: string): unknown {
	const binary = atob(text.slice(VERSION.length).replaceAll('-', '+').replaceAll('_', '/'));
	// What goes beyond the space for it is lost: one byte more than may be, to see that it did.
	const bytes = inflateSync(strToU8(binary, true), { out: new Uint8Array(MOST_BYTES + 1) });
	if (bytes.length > MOST_BYTES) throw new RangeError('This is more than an attempt.');
	return JSON.parse(strFromU8(bytes));
}
