import { expect, test } from 'vitest';

import { byOutcome } from './by-outcome.ts';
import { answer, check, formWith, next, play } from './fixtures.ts';

const outcomes = [
	{ id: 'one', facts: ['A', 'B'] },
	{ id: 'two', facts: ['C'] },
	{ id: 'three', facts: ['D'] },
	{ id: 'unasked', facts: ['E'] }
];
const facts: Record<string, string[]> = { a: ['A'], b: ['B', 'C'], c: ['D'] };
const factsOf = (item: string) => facts[item];

function shown(fractions: [number, number, number], changes: Parameters<typeof formWith>[0] = {}) {
	const [a, b, c] = fractions;
	const played = play(formWith(changes), [
		answer(a),
		check,
		next,
		answer(b),
		check,
		next,
		answer(c),
		check,
		next
	]);
	return byOutcome(played.context, outcomes, factsOf).map(({ outcome, ...rest }) => [outcome.id, rest]);
}

test('an outcome has the items that rest on its facts; one that none asks for is not told', () => {
	expect(shown([1, 1, 0])).toEqual([
		['one', { asked: 2, right: 2, reached: true }],
		['two', { asked: 1, right: 1, reached: true }],
		['three', { asked: 1, right: 0, reached: false }]
	]);
});

test('three quarters of the marks show it', () => {
	expect(shown([0.5, 1, 0.75])).toEqual([
		['one', { asked: 2, right: 1, reached: true }],
		['two', { asked: 1, right: 1, reached: true }],
		['three', { asked: 1, right: 0, reached: true }]
	]);
	expect(shown([0.4, 1, 0.74]).map(([, result]) => result)).toMatchObject([
		{ reached: false },
		{ reached: true },
		{ reached: false }
	]);
});

test('an item that nobody knows any more counts for none', () => {
	const { context } = play(formWith(), [
		answer(1),
		check,
		next,
		answer(1),
		check,
		next,
		answer(1),
		check,
		next
	]);
	expect(byOutcome(context, outcomes, (item) => (item === 'c' ? undefined : facts[item]))).toHaveLength(2);
});
