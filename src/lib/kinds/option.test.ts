import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { seeded } from '#lib/chance/random.ts';

import {
	byId,
	drawn,
	idSchema,
	keyOf,
	oneKey,
	optionPart,
	repeats,
	slug,
	withId,
	type Option
} from './option.ts';

const option = (id: string, key = false): Option => ({ id, text: `text of ${id}`, key, why: 'so' });

test.each([
	['“Internet of Trust”', 'internet-of-trust'],
	['  5 % — or more… ', '5-or-more'],
	['Élysée', 'elysee'],
	['Ⅳ', 'iv'],
	['…', '']
])('“%s” makes the id “%s”', (text, id) => {
	expect(slug(text)).toBe(id);
});

test.each(['a', '1', 'a-b', 'ab-1-c', '日本', 'a-日', 'a-ʰ', 'ʰa', 'é'])('“%s” is an id', (text) => {
	expect(v.is(idSchema, text)).toBe(true);
});

test.each(['', '-', '-a', 'a-', 'a--b', 'a b', 'A', 'Ab', 'aB', 'a-B', 'a!', '!a'])(
	'“%s” is no id',
	(text) => {
		expect(v.is(idSchema, text)).toBe(false);
	}
);

test('a part keeps its id, or else gets one from its words', () => {
	expect(withId({ id: 'a', text: 'The Call' })).toEqual({ id: 'a', text: 'The Call' });
	expect(withId({ text: ['The ', { tag: 'em', children: ['Call'] }] })).toMatchObject({ id: 'the-call' });
});

test('tells how an option was answered', () => {
	const verdicts = [true, false].flatMap((key) =>
		[true, false].map((chosen) => optionPart(option('a', key), chosen).verdict)
	);
	expect(verdicts).toEqual(['right', 'missed', 'wrong', 'passed']);
});

test('the key is the option that is marked', () => {
	const key = option('b', true);
	expect(keyOf([option('a'), key])).toBe(key);
	expect(() => keyOf([option('a')])).toThrow('without a key');
});

test.each([
	[[true, false], []],
	[[false, false], ['no option is the key']],
	[[true, false, true], ['2 options are keys']]
])('exactly one of the keys %j may be set', (keys, messages) => {
	const found = oneKey(
		keys.map((key) => ({ key })),
		['options']
	);
	expect(found.map(({ message }) => message)).toEqual(messages);
	for (const { path } of found) expect(path).toEqual(['options']);
});

test('draws from the order of ids, and shows no key and no reason', () => {
	const [a, b, c] = [option('a', true), option('b'), option('c')];
	expect(byId([c, a, b])).toEqual([a, b, c]);
	const shown = drawn([c, b, a], seeded('x'));
	expect(shown).toEqual(drawn([a, b, c], seeded('x')));
	expect(byId(shown)).toEqual(['a', 'b', 'c'].map((id) => ({ id, text: `text of ${id}` })));
});

describe('of two equal parts,', () => {
	const messages = (...labels: [id: string, text: string][]) =>
		repeats(
			labels.map(([id, text]) => ({ id, text })),
			['options']
		).map(({ path, message }) => [path.slice(1), message]);

	test('the second is reported, by its text before its id', () => {
		expect(messages(['a', 'x'], ['b', 'y'])).toEqual([]);
		expect(messages(['a', 'x'], ['a', 'x'])).toEqual([[[1, 'text'], '“x” is used twice']]);
		expect(messages(['a', 'x'], ['a', 'y'])).toEqual([[[1, 'id'], 'the id “a” is used twice']]);
		expect(messages(['a', 'x'], ['', '!'], ['', '?'])).toEqual([
			[[1, 'text'], '“!” has no letter or digit to make an id of'],
			[[2, 'text'], '“?” has no letter or digit to make an id of']
		]);
	});

	test.each([
		['The Call', 'the  call', true],
		['The Call', 'The Call …?!', true],
		['e\u0301', 'É', true],
		['C', 'C++', false],
		[' the call', 'The Call', true],
		['Maße', 'Masse', false],
		['!', '?', false],
		['"a" b', 'a b', false]
	])('“%s” and “%s” are alike: %s', (one, other, alike) => {
		expect(messages(['a', one], ['b', other])).toHaveLength(alike ? 1 : 0);
	});
});
