import { beforeEach, describe, expect, test } from 'vitest';

import { seeded } from '#lib/chance/random.ts';
import { compile } from '#lib/kinds/fixtures.ts';
import {
	fromForm,
	publicView,
	samples,
	score,
	solution,
	unreadable,
	type KindName,
	type Of
} from '#lib/kinds/index.ts';
import { isMapping } from '#lib/text/mapping.ts';

import { entryAt, initialContext, responsesOf } from './context.ts';
import { newEntry } from './entry.ts';
import { formWith } from './fixtures.ts';
import { parseRecord } from './parse-record.ts';
import { RECORD_VERSION } from './record.ts';

/** Legal ids that are also the names of properties of every object or function. */
const [A, B, C] = ['constructor', 'prototype', 'length'];
const parts = [A, B, C].map((id) => ({ id, text: `what ${id} is`, why: 'so' }));
const keyed = parts.map((part) => ({ ...part, key: part.id === A }));
const labels = parts.map(({ id }) => ({ id: `${id}-of-it`, text: `of ${id}` }));

const items: [KindName, Record<string, unknown>][] = [
	['single-choice', { options: keyed }],
	['multiple-response', { options: keyed }],
	['true-false-reason', { verdict: { key: true, why: 'so' }, reasons: keyed }],
	['matching', { premises: parts.map((part) => ({ ...part, match: `${B}-of-it` })), options: labels }],
	[
		'matching',
		{
			premises: labels.map((part) => ({ ...part, match: B, why: 'so' })),
			options: parts.map(({ id, text }) => ({ id, text }))
		}
	],
	[
		'categorise',
		{ elements: parts.map((part) => ({ ...part, category: `${B}-of-it` })), categories: labels }
	],
	['ordering', { elements: parts.map((part, sort) => ({ ...part, sort })) }],
	['highlight', { passage: `[what ${A} is] [what ${B} is] [what ${C} is]`, spans: keyed }],
	[
		'cloze',
		{
			text: `one {${A}} or {${B}} more`,
			blanks: [
				{ id: A, accept: ['word'], why: 'so' },
				{ id: B, choices: keyed }
			]
		}
	]
];

describe.each(items)('parts of any id in %s', (kind, raw) => {
	let item: Of<KindName>;
	let view: Parameters<typeof unreadable>[0];

	beforeEach(() => {
		item = compile(kind, raw);
		view = { kind, interaction: publicView(item, seeded('any')) };
	});

	test('are scored, and distinguished from what is nothing', () => {
		const some = samples(item);
		expect(score(item, solution(item))).toMatchObject({ state: 'scored', fraction: 1 });
		expect(score(item, some.wrong)).toMatchObject({ state: 'scored', fraction: 0 });
		expect(score(item, some.malformed).state).toBe('malformed');
		for (const sample of [some.right, some.wrong, some.partlyRight, some.unanswered]) {
			expect(unreadable(view, sample)).toBeNull();
			expect(score(item, JSON.parse(JSON.stringify(sample)))).toEqual(score(item, sample));
		}
	});

	test('are read from a form', () => {
		const given: unknown = solution(item);
		if (!isMapping(given)) return;
		const form = new FormData();
		for (const [id, value] of Object.entries(given)) form.set(`response:${id}`, String(value));
		expect(fromForm(kind, form)).toEqual(given);
	});

	test('are kept with what was graded, by an item of any id', () => {
		const grades = { [A]: score(item, solution(item)), [B]: score(item, samples(item).wrong) };
		const record = {
			version: RECORD_VERSION,
			id: 'x',
			form: { primer: 'p', seed: 's', behaviour: 'exam', items: [A, B], minutes: 1, extraTime: 1 },
			address: '?seed=s',
			startedAt: 0,
			log: [],
			grades,
			outcome: null,
			done: 0,
			updatedAt: 0
		};
		expect(parseRecord(JSON.parse(JSON.stringify(record)))?.grades).toEqual(grades);
	});
});

test('an item of any id has no entry before it is answered', () => {
	const context = { ...initialContext({ form: formWith({ items: [A, B] }), at: 0 }), entries: {} };
	expect(entryAt(context)).toEqual(newEntry());
	expect(responsesOf(context)).toEqual({ [A]: null, [B]: null });
});
