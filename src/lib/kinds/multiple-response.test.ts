import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { seeded } from '#lib/chance/random.ts';

import { complaints, example } from './fixtures.ts';
import { faults, publicView, samples, score, type MultipleResponse } from './multiple-response.ts';

// Three keys: hospitals, elections, the-public-core. Two distractors: moonshots, postage.
const scorings = ['balanced', 'all-or-nothing', 'per-option', 'right-minus-wrong'] as const;
const cases: [chosen: string, balanced: number, all: number, perOption: number, rightMinusWrong: number][] = [
	['hospitals elections the-public-core', 1, 1, 1, 1],
	['hospitals elections', 2 / 3, 0, 4 / 5, 2 / 3],
	['hospitals', 1 / 3, 0, 3 / 5, 1 / 3],
	['hospitals elections the-public-core postage', 1 / 2, 0, 4 / 5, 2 / 3],
	['hospitals elections postage', 1 / 6, 0, 3 / 5, 1 / 3],
	['hospitals postage', 0, 0, 2 / 5, 0],
	['moonshots postage', 0, 0, 0, 0],
	['hospitals elections the-public-core moonshots postage', 0, 0, 3 / 5, 1 / 3]
];

describe.each(scorings)('%s', (scoring) => {
	const item = example('multiple-response', { scoring });

	test.each(cases)('%s', (chosen, ...expected) => {
		expect(fraction(item, chosen.split(' '))).toBeCloseTo(expected[scorings.indexOf(scoring)] ?? NaN, 12);
	});

	test('never earns less with one more key or one distractor fewer', () => {
		const ids = item.options.map(({ id }) => id);
		fc.assert(
			fc.property(fc.subarray(ids, { minLength: 1 }), fc.constantFrom(...item.options), (chosen, option) => {
				const others = chosen.filter((id) => id !== option.id);
				const better = option.key ? [...others, option.id] : others;
				fc.pre(better.length > 0);
				expect(fraction(item, better)).toBeGreaterThanOrEqual(fraction(item, chosen));
			})
		);
	});
});

test('tells how each option was answered', () => {
	const result = score(example('multiple-response'), ['elections', 'postage']);
	expect(result.state === 'scored' && result.parts.map(({ id, verdict }) => [id, verdict])).toEqual([
		['hospitals', 'missed'],
		['elections', 'right'],
		['moonshots', 'passed'],
		['the-public-core', 'missed'],
		['postage', 'wrong']
	]);
});

test.each([
	['an option twice', ['hospitals', 'hospitals']],
	['an unknown option', ['hospitals', 'hotels']],
	['one id without a list', 'hospitals'],
	['numbers', [0, 1]],
	['an object', { 0: 'hospitals' }]
])('refuses %s', (_, given) => {
	expect(score(example('multiple-response'), given)).toEqual({
		state: 'malformed',
		malformation: 'not-a-response'
	});
});

test('requires a key and a distractor', () => {
	const options = (...keys: boolean[]) =>
		keys.map((key, index) => ({ text: `option ${index}`, key, why: 'so' }));
	expect(faults(example('multiple-response', { options: options(true, true) }))).toEqual([
		{ path: ['options'], message: 'all of the options are keys', fix: 'Add one that is wrong to choose.' }
	]);
	expect(faults(example('multiple-response', { options: options(false, false) }))).toEqual([
		{ path: ['options'], message: 'none of the options is a key', fix: 'Mark one or more with “key: true”.' }
	]);
	expect(faults(example('multiple-response', { options: options(true, false) }))).toEqual([]);
});

test('all keys but one are partly right', () => {
	expect(samples(example('multiple-response')).partlyRight).toEqual(['elections', 'the-public-core']);
});

test('a single key and a distractor are partly right where one distractor of two costs half', () => {
	const options = ['a', 'b', 'c'].map((text) => ({ text, key: text === 'a', why: 'so' }));
	expect(samples(example('multiple-response', { options }))).toMatchObject({
		right: ['a'],
		partlyRight: ['a', 'b'],
		wrong: ['b', 'c']
	});
});

test('keeps the order of the file if asked to', () => {
	const kept = example('multiple-response', { shuffle: false });
	for (const seed of ['1', '2', '3']) {
		expect(publicView(kept, seeded(seed)).options.map(({ id }) => id)).toEqual(
			kept.options.map(({ id }) => id)
		);
	}
});

test('knows its rules by name only', () => {
	expect(complaints('multiple-response', { options: [], scoring: 'generous' })).not.toEqual([]);
});

function fraction(item: MultipleResponse, chosen: string[]): number {
	const result = score(item, chosen);
	return result.state === 'scored' ? result.fraction : NaN;
}
