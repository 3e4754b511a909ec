import * as v from 'valibot';

import type { LearnerEvent } from '#lib/quiz/event.ts';
import { RECORD_VERSION, type AttemptRecord } from '#lib/quiz/record.ts';

import type { Names } from './names.ts';

/*
 * An attempt as short as JSON can be: lists instead of fields, times as steps, and the log in columns, which compress
 * better than rows.
 */

/** What can happen in a log, each as one letter, and which field it brings along. */
const events = {
	answer: ['a', 'response'],
	certain: ['c', 'certainty'],
	warn: ['w', 'malformation'],
	elsewhere: ['e', 'answers'],
	check: ['k'],
	reveal: ['r'],
	skip: ['s'],
	next: ['n'],
	back: ['b'],
	go: ['g', 'position'],
	flag: ['f'],
	hint: ['h'],
	finish: ['i'],
	submit: ['u'],
	hide: ['x'],
	show: ['y'],
	tick: ['t'],
	review: ['v', 'position'],
	results: ['z']
} as const satisfies Record<LearnerEvent['type'], readonly [string, string?]>;

const byLetter = new Map<string, { type: string; field: string | undefined }>(
	Object.entries(events).map(([type, [letter, field]]) => [letter, { type, field }])
);

const packedSchema = v.strictTuple([
	v.number(),
	v.unknown(),
	v.unknown(),
	v.unknown(),
	/** When what happened, one after the other: milliseconds since the one before, or a moment in a list. */
	v.array(v.union([v.number(), v.tuple([v.number()])])),
	v.string(),
	v.array(v.unknown()),
	/** Positions in the form. */
	v.array(v.number()),
	v.array(v.string()),
	v.looseObject({ form: v.looseObject({}) })
]);

/** An attempt, and what was told of it, as a list to be written as JSON. */
export function packed(record: AttemptRecord, told: readonly string[], names: Names): unknown[] {
	const { version: _, form, log, startedAt, updatedAt, outcome, done, ...rest } = record;
	let now = startedAt;
	const moments = log.map(({ at }) => {
		const step = at - now;
		// A clock of fractions: sums would not give the same moment again.
		const exact = now + step === at;
		now = at;
		return exact ? step : [at];
	});
	const values = log.flatMap(valueOf).map(names.shortened);
	const letters = log.map(({ type }) => events[type][0]).join('');
	const positions = told.map((item) => form.items.indexOf(item)).filter((place) => place !== -1);
	const { items, ...rules } = form;
	return [
		...[startedAt, updatedAt, outcome, done, moments, letters, values, positions],
		...[names.shortened(items), { ...rest, form: rules }]
	];
}

/** What such a list stands for, its record to be checked as any; undefined where it is no such list. */
export function unpacked(value: unknown, names: Names): { record: unknown; told: string[] } | undefined {
	const list = v.safeParse(packedSchema, value, { abortEarly: true });
	if (!list.success) return undefined;
	const [startedAt, updatedAt, outcome, done, moments, letters, values, positions, short, rest] = list.output;
	if (letters.length !== moments.length) return undefined;
	const items = short.map(names.restored);
	let now = startedAt;
	let taken = 0;
	const log = moments.map((moment, place) => {
		now = typeof moment === 'number' ? now + moment : moment[0];
		const { type, field } = byLetter.get(letters.charAt(place)) ?? {};
		return { type, at: now, ...(field !== undefined && { [field]: names.restored(values[taken++]) }) };
	});
	const form = { ...rest.form, items };
	return {
		record: { ...rest, version: RECORD_VERSION, startedAt, updatedAt, outcome, done, log, form },
		told: positions.flatMap((place) => (typeof items[place] === 'string' ? [items[place]] : []))
	};
}

function valueOf(event: LearnerEvent): unknown[] {
	switch (event.type) {
		case 'answer':
			return [event.response];
		case 'certain':
			return [event.certainty];
		case 'warn':
			return [event.malformation];
		case 'elsewhere':
			return [event.answers];
		case 'go':
		case 'review':
			return [event.position];
		default:
			return [];
	}
}
