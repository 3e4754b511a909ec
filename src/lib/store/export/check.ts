import * as v from 'valibot';

import { recordSchema } from '#lib/quiz/parse-record.ts';
import { migrate } from '#lib/review/migrate.ts';
import { flawSchema } from '#lib/review/parse-flaw.ts';
import { reviewMigrations, reviewSchema } from '#lib/review/parse-review.ts';

import type { LearnerFile } from './format.ts';
import { COUNTED, fileFaultOf, type FileFault } from './refusal.ts';
import { learnerFileSchema } from './schema.ts';

/** A sound file, or what is wrong with it. */
export type Checked = { ok: true; file: LearnerFile } | { ok: false; faults: FileFault[] };

/**
 * Checks a file of this version, and brings each review in it up to date. It goes entry by entry, looks for one fault
 * in each and gives up after {@link COUNTED} of them. A schema for the whole file would note every fault, and a few
 * megabytes of faults are more than a page can hold.
 */
export function checkFile(value: unknown): Checked {
	const frame = v.safeParse(learnerFileSchema, withoutEntries(value));
	const faults = (frame.issues ?? []).map((issue) => fileFaultOf(issue));

	function entriesOf<T>(
		list: string,
		parse: (entry: unknown) => v.SafeParseResult<v.GenericSchema<unknown, T>>
	): T[] {
		const sound: T[] = [];
		for (const [index, entry] of listIn(value, list).entries()) {
			if (faults.length > COUNTED) break;
			const result = parse(entry);
			if (!result.success) faults.push(fileFaultOf(result.issues[0], [{ key: list }, { key: index }]));
			else sound.push(result.output);
		}
		return sound;
	}

	const reviews = entriesOf('reviews', (entry) => firstFault(reviewSchema, migrate(entry, reviewMigrations)));
	const flaws = entriesOf('flaws', (entry) => firstFault(flawSchema, entry));
	const attempts = entriesOf('attempts', (entry) => firstFault(recordSchema, entry));
	if (!frame.success || faults.length > 0) return { ok: false, faults };
	return { ok: true, file: { ...frame.output, reviews, flaws, attempts } };
}

function firstFault<T>(schema: v.GenericSchema<unknown, T>, entry: unknown) {
	return v.safeParse(schema, entry, { abortEarly: true });
}

/** The file with nothing in its lists. */
function withoutEntries(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const parts = Object.entries(value).map(([key, part]: [string, unknown]) => [
		key,
		Array.isArray(part) ? [] : part
	]);
	return Object.fromEntries(parts);
}

function listIn(value: unknown, key: string): unknown[] {
	const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
	return Array.isArray(list) ? list : [];
}
