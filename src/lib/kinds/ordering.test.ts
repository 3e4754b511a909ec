import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { seeded, shuffled } from '#lib/chance/random.ts';

import { complaints, example } from './fixtures.ts';
import { formOrder } from './form.ts';
import { faults, publicView, samples, score, solution } from './ordering.ts';
import { kendall } from './rank.ts';

const KEY = ['a-code-of-conduct-is-sent', 'experts-fail-to-agree', 'the-speech-is-given', 'states-join'];

// Orders of the key's places. Of four elements there are six pairs, and three pairs of neighbours.
describe.each([
	['0 1 2 3', 1, 1, 1],
	['1 0 2 3', 1 - 2 / 6, 1 / 3, 0], // one pair reversed; of the neighbours, 2-3 remain
	['1 2 3 0', 0, 2 / 3, 0], // three of six pairs reversed
	['0 2 1 3', 1 - 2 / 6, 0, 0],
	['3 0 1 2', 0, 2 / 3, 0],
	['2 3 0 1', 0, 2 / 3, 0],
	['3 2 1 0', 0, 0, 0],
	['0 3 1 2', 1 - 4 / 6, 1 / 3, 0]
])('the order %s', (places, kendall, adjacentPairs, all) => {
	const response = places.split(' ').map((place) => KEY[Number(place)]);
	test.each([
		['kendall', kendall],
		['adjacent-pairs', adjacentPairs],
		['all-or-nothing', all]
	])('by %s', (scoring, expected) => {
		const result = score(example('ordering', { scoring }), response);
		expect(result.state === 'scored' && result.fraction).toBeCloseTo(expected, 12);
	});
});

test('the key is by date, and tells what belongs in each place', () => {
	const item = example('ordering');
	expect(solution(item)).toEqual(KEY);
	expect(score(item, [KEY[0], KEY[2], KEY[1], KEY[3]])).toMatchObject({
		parts: [
			{ id: KEY[0], verdict: 'right', why: 'because-a' },
			{ id: KEY[1], verdict: 'wrong', why: 'because-b' },
			{ id: KEY[2], verdict: 'wrong', why: 'because-c' },
			{ id: KEY[3], verdict: 'right', why: 'because-d' }
		]
	});
});

test('of three elements, moving the first to the end keeps one pair, and swapping two neighbours keeps none', () => {
	const elements = Array.from('abc').map((text, sort) => ({ text, sort, why: 'so' }));
	expect(samples(example('ordering', { elements, scoring: 'adjacent-pairs' }))).toEqual({
		right: ['a', 'b', 'c'],
		partlyRight: ['b', 'c', 'a'],
		wrong: ['c', 'b', 'a'],
		unanswered: [],
		malformed: ['b', 'c']
	});
});

test('in a mixture the numbers come first', () => {
	for (const sorts of [
		['2018-11', 3000],
		[3000, '2018-11']
	]) {
		const elements = [...sorts, '2018-12'].map((sort) => ({
			id: `at-${sort}`,
			text: `${sort}`,
			sort,
			why: 'so'
		}));
		expect(solution(example('ordering', { elements }))).toEqual(['at-3000', 'at-2018-11', 'at-2018-12']);
	}
});

test('numbers sort by size', () => {
	const elements = [10, 9, -1].map((sort) => ({
		id: `n${Math.abs(sort)}`,
		text: `n${sort}`,
		sort,
		why: 'so'
	}));
	expect(solution(example('ordering', { elements }))).toEqual(['n1', 'n9', 'n10']);
});

test('never shows the key nor its reverse', () => {
	for (const length of [3, 4]) {
		const elements = Array.from('abcd')
			.slice(0, length)
			.map((text, sort) => ({ text, sort, why: 'so' }));
		const item = example('ordering', { elements });
		const shown = Array.from({ length: 500 }, (_, seed) =>
			publicView(item, seeded(String(seed)))
				.elements.map(({ id }) => id)
				.join('')
		);
		const key = elements.map(({ text }) => text).join('');
		expect(shown).not.toContain(key);
		expect(shown).not.toContain(Array.from(key).toReversed().join(''));
		expect(new Set(shown).size).toBe(length === 3 ? 4 : 22);
	}
});

test('is drawn again until its order reveals nothing', () => {
	const elements = Array.from('abc').map((text, sort) => ({ text, sort, why: 'so' }));
	const item = example('ordering', { elements });
	for (const seed of Array.from({ length: 30 }, (_, number) => String(number))) {
		const random = seeded(seed);
		const draw = () => shuffled(['a', 'b', 'c'], random).join('');
		let drawn = draw();
		while (drawn === 'abc' || drawn === 'cba') drawn = draw();
		const shown = publicView(item, seeded(seed)).elements.map(({ id }) => id);
		expect(shown.join('')).toBe(drawn);
	}
});

test('finds words used twice, whatever they sort by', () => {
	const elements = ['one', 'two', 'One.'].map((text, sort) => ({ id: `n${sort}`, text, sort, why: 'so' }));
	expect(faults(example('ordering', { elements })).map(({ path }) => path)).toEqual([
		['elements', 2, 'text']
	]);
});

test.each([0, 0.999999])('is shown out of order even if chance always draws %d', (drawn) => {
	for (const sorts of ['123', '321']) {
		const elements = Array.from('abc').map((text, index) => ({
			text,
			sort: Number(sorts[index]),
			why: 'so'
		}));
		const item = example('ordering', { elements });
		const shown = publicView(item, () => drawn).elements.map(({ id }) => id);
		expect(shown.toSorted()).toEqual(['a', 'b', 'c']);
		expect(shown).not.toEqual(solution(item));
		expect(shown).not.toEqual(solution(item).toReversed());
	}
});

test('never earns less after two neighbours are put right', () => {
	const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
	fc.assert(
		fc.property(order, fc.nat({ max: 4 }), (places, at) => {
			const [one = 0, other = 0] = places.slice(at, at + 2);
			const better = places.with(at, Math.min(one, other)).with(at + 1, Math.max(one, other));
			expect(kendall(better)).toBeGreaterThanOrEqual(kendall(places));
		})
	);
});

test.each([
	[KEY.slice(1)],
	[[...KEY, KEY[0]]],
	[[KEY[0], KEY[0], KEY[1], KEY[2]]],
	[[...KEY.slice(1), 'other']]
])('refuses %j', (given) => {
	expect(score(example('ordering'), given)).toEqual({ state: 'malformed', malformation: 'not-a-response' });
});

test.each([[[]], [['', '', '', '']], [[KEY[0], '', KEY[1], KEY[2]]], [['', '', '', KEY[0]]]])(
	'an order with a free place is no answer yet: %j',
	(given) => {
		expect(score(example('ordering'), given)).toEqual({ state: 'unanswered' });
	}
);

test.each([[['']], [[KEY[0], KEY[0], '', '']], [['other', '', '', '']], [[null, null, null, null]]])(
	'nor is %j, which is no order at all',
	(given) => {
		expect(score(example('ordering'), given)).toEqual({ state: 'malformed', malformation: 'not-a-response' });
	}
);

test('reads places from a form, and guesses none', () => {
	const form = new FormData();
	form.set('response:c', '3');
	form.set('response:a', '1');
	form.set('response:b', '2');
	expect(formOrder(form)).toEqual(['a', 'b', 'c']);
	form.set('response:b', '1');
	expect(formOrder(form)).toHaveLength(2);
	form.set('response:b', 'x');
	expect(formOrder(form)).toEqual(['a', 'c']);
});

test.each([
	['a tie of numbers', [1, 2, 2], [['elements', 2, 'sort']]],
	['a tie of days', ['2018-11-12', '2018-11-12', '2018-11-13'], [['elements', 1, 'sort']]],
	['a day in a month', ['2018-11', '2018-12', '2018-11-13'], [['elements', 2, 'sort']]],
	['a month about a day', ['2018-11-13', '2018-12', '2018-11'], [['elements', 2, 'sort']]],
	['a mixture', ['2018-11-13', 2019, '2018-11-14'], [['elements', 1, 'sort']]]
])('finds %s', (_, sorts, paths) => {
	const elements = sorts.map((sort, index) => ({ text: `element ${index}`, sort, why: 'so' }));
	expect(faults(example('ordering', { elements })).map(({ path }) => path)).toEqual(paths);
});

test.each([
	['2018-01', '2018-09', '2018-12'],
	['2018-10-01', '2018-10-09', '2018-10-10'],
	['2018-10-29', '2018-10-30', '2018-10-31']
])('sorts by the dates %s, %s and %s', (...dates) => {
	const elements = dates.map((sort) => ({ id: `at-${sort}`, text: sort, sort, why: 'so' }));
	expect(solution(example('ordering', { elements: elements.toReversed() }))).toEqual(
		dates.map((sort) => `at-${sort}`)
	);
});

test.each([
	['2018'],
	['12 November 2018'],
	['12018-11-12'],
	['2018-11-120'],
	['2018-00'],
	['2018-11-00'],
	['2018-11-32'],
	['2018-11-1'],
	['2018-13-01'],
	[true],
	[NaN],
	[Infinity]
])('does not sort by %s', (sort) => {
	const elements = [1, 2, sort].map((sort, index) => ({ text: `element ${index}`, sort, why: 'so' }));
	expect(complaints('ordering', { elements })).toEqual([
		'is neither a number nor a date\nWrite a number, or a date such as 2018-11-12.'
	]);
});
