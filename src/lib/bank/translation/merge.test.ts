import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fixtures } from '#lib/kinds/fixtures.ts';
import { isMapping } from '#lib/text/mapping.ts';

import { identities, identityOf, isEntries } from './entries.ts';
import { merge } from './merge.ts';
import { isText } from './texts.ts';

/** All that a translator would write of an original: each of its texts by `say`, attached to what identifies it. */
function translated(original: unknown, say: (text: string) => string): Record<string, unknown> {
	if (!isMapping(original)) return {};
	const entries = Object.entries(original).flatMap(([key, value]): [string, unknown][] => {
		if (isText(key)) return [[key, said(value, say)]];
		if (isMapping(value)) return [[key, translated(value, say)]];
		if (!isEntries(value)) return [];
		const by = identityOf(value);
		return [
			[
				key,
				value.map((entry, index) => ({
					...(by !== 'place' && { [by]: identities(value)[index] }),
					...translated(entry, say)
				}))
			]
		];
	});
	return Object.fromEntries(
		entries.filter(([, value]) => !isMapping(value) || Object.keys(value).length > 0)
	);
}

function said(value: unknown, say: (text: string) => string): unknown {
	if (typeof value === 'string') return say(value);
	if (Array.isArray(value)) return value.map((each) => said(each, say));
	if (!isMapping(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, said(part, say)]));
}

const words = fc.string({ maxLength: 5 });

/**
 * Mappings as a file may hold them: texts and other values, and nested mappings and lists, to a given depth.
 */
function mappings(depth: number): fc.Arbitrary<Record<string, unknown>> {
	const flat = {
		text: words,
		why: words,
		accept: fc.array(words, { maxLength: 2 }),
		difficulty: fc.integer(),
		facts: fc.oneof(fc.array(words, { maxLength: 2 }), depth > 0 ? lists(depth - 1) : words)
	};
	const below = depth > 0 ? { verdict: mappings(depth - 1), options: lists(depth - 1) } : {};
	return fc.record({ ...flat, ...below }, { requiredKeys: [] });
}

function lists(depth: number): fc.Arbitrary<Record<string, unknown>[]> {
	return fc
		.uniqueArray(fc.tuple(words, mappings(depth)), { selector: ([id]) => id, maxLength: 3 })
		.map((entries) => entries.map(([id, entry]) => ({ ...entry, id })));
}

const written = mappings(2);

describe('putting the texts of a translation in place of those of its original', () => {
	test('an empty translation leaves the original as it is', () => {
		fc.assert(
			fc.property(written, (original) => {
				expect(merge(original, {})).toMatchObject({ value: original, faults: [] });
			})
		);
	});

	test('repeating the original changes nothing, and nothing is missing', () => {
		fc.assert(
			fc.property(written, (original) => {
				const { value, faults, missing } = merge(
					original,
					translated(original, (text) => text)
				);
				expect(value).toEqual(original);
				expect([faults, missing]).toEqual([[], []]);
			})
		);
	});

	test('doing it twice is doing it once', () => {
		fc.assert(
			fc.property(written, (original) => {
				const translation = translated(original, (text) => `«${text}»`);
				const once = merge(original, translation).value;
				expect(merge(once, translation).value).toEqual(once);
			})
		);
	});

	test('nothing that the translation holds gets in beside texts', () => {
		fc.assert(
			fc.property(written, written, (original, translation) => {
				const { value } = merge(original, translation);
				expect(withoutTexts(value)).toEqual(withoutTexts(original));
			})
		);
	});

	test('a key that would reach behind the object is refused like any other', () => {
		const translation: unknown = JSON.parse(
			'{ "__proto__": { "text": "a" }, "constructor": { "text": "b" } }'
		);
		const { value, faults } = merge({ text: 'c' }, translation);
		expect(value).toEqual({ text: 'c' });
		expect(faults.map(({ key }) => key)).toEqual(['__proto__', 'constructor']);
	});

	test.each(fixtures)('of every kind, ids and keys stay: $name', ({ raw }) => {
		const { value, faults } = merge(
			raw,
			translated(raw, (text) => text)
		);
		expect(faults).toEqual(expect.arrayContaining([]));
		expect(withoutTexts(value)).toMatchObject(withoutTexts(raw) ?? {});
	});
});

test('an entry whose id was made of its words keeps that id', () => {
	const original = { options: [{ text: 'the *Internet* Forum', key: true }, { text: 'a city' }] };
	const translation = {
		options: [
			{ id: 'a-city', text: 'une ville' },
			{ id: 'the-internet-forum', text: 'le Forum' }
		]
	};
	expect(merge(original, translation)).toEqual({
		value: {
			options: [
				{ id: 'the-internet-forum', text: 'le Forum', key: true },
				{ id: 'a-city', text: 'une ville' }
			]
		},
		faults: [],
		missing: []
	});
});

test('entries without an id are told apart by their number, or by their order', () => {
	const original = {
		near: [
			{ value: 13, why: 'a' },
			{ value: 14, why: 'b' }
		],
		since: [{ note: 'c', date: '2021-11-10' }, { note: 'd' }]
	};
	const translation = { near: [{ value: 14, why: 'B' }], since: [{ note: 'C' }] };
	expect(merge(original, translation)).toEqual({
		value: {
			near: [
				{ value: 13, why: 'a' },
				{ value: 14, why: 'B' }
			],
			since: [{ note: 'C', date: '2021-11-10' }, { note: 'd' }]
		},
		faults: [],
		missing: [
			['near', 0],
			['since', 1]
		]
	});
});

test('lists of accepted and wrong forms and units are replaced as a whole', () => {
	const original = { accept: ['one', 'an'], wrong: [{ text: 'two', why: 'a' }], unit: ['days'] };
	const translation = { accept: ['un'], wrong: [{ text: 'deux', why: 'b' }], unit: ['jours', 'jour'] };
	expect(merge(original, translation).value).toEqual(translation);
});

test('reasons to set a rule aside are added to those of the original', () => {
	const [one, other] = [
		{ rule: 'W-01', reason: 'a' },
		{ rule: 'W-02', reason: 'b' }
	];
	expect(merge({ ignore: [one] }, { ignore: [other] }).value).toEqual({ ignore: [one, other] });
	expect(merge({}, { ignore: [other] }).value).toEqual({ ignore: [other] });
	expect(merge({ ignore: [one] }, {})).toEqual({ value: { ignore: [one] }, faults: [], missing: [] });
});

function withoutTexts(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutTexts);
	if (!isMapping(value)) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => !isText(key) && key !== 'ignore')
			.map(([key, part]) => [key, withoutTexts(part)])
	);
}
