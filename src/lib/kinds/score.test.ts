import { expect, test } from 'vitest';

import { allOrNothing, beforeAnotherTry, failed, isNothing, shareRight, type Part } from './score.ts';

const part = (id: string, verdict: Part['verdict']): Part => ({ id, verdict, why: `because-${id}` });

test('a part that was not right was wrong or missed, and its reason gives the key away', () => {
	const told = { id: 'a', why: 'so', key: 'b' };
	expect(failed(told, true)).toEqual({ ...told, verdict: 'wrong', tellsKey: true });
	expect(failed(told, false)).toEqual({ ...told, verdict: 'missed', tellsKey: true });
});

test('before another try only what was given is shown, without the key or what gives it away', () => {
	const parts: Part[] = [
		part('a', 'right'),
		{ ...part('b', 'wrong'), key: 'x' },
		{ ...part('c', 'wrong'), key: 'x', tellsKey: true },
		part('d', 'missed'),
		part('e', 'passed'),
		{ id: 'f', verdict: 'right', meant: 'y' }
	];
	expect(beforeAnotherTry(parts)).toStrictEqual([
		part('a', 'right'),
		part('b', 'wrong'),
		{ id: 'c', verdict: 'wrong' },
		{ id: 'f', verdict: 'right', meant: 'y' }
	]);
});

test.each([
	[['right', 'right'], 1, 1],
	[['right', 'passed'], 1, 1 / 2],
	[['right', 'wrong'], 0, 1 / 2],
	[['right', 'missed', 'missed'], 0, 1 / 3],
	[['wrong'], 0, 0]
] as const)('%j earns %d where all counts, and a share of %d', (verdicts, all, share) => {
	const parts = verdicts.map((verdict, index) => part(String(index), verdict));
	expect(allOrNothing(parts)).toBe(all);
	expect(shareRight(parts)).toBe(share);
});

test('false, zero and an empty list are not nothing', () => {
	expect([null, undefined, ''].map(isNothing)).toEqual([true, true, true]);
	expect([false, 0, [], {}, ' '].map(isNothing)).toEqual([false, false, false, false, false]);
});
