import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { adviceFor, compared, normalisedGain } from './peer-instruction.ts';
import { usual } from './setup.ts';

/** So many right of a hundred; the others are half right. */
const outOf100 = (right: number) => Array.from({ length: 100 }, (_, index) => (index < right ? 1 : 0.5));

describe('advice', () => {
	test('goes by who is entirely right, and at the bounds it is to discuss', () => {
		const advised = [0, 34, 35, 70, 71, 100].map((right) => adviceFor(outOf100(right), usual.bounds)?.advice);
		expect(advised).toEqual(['explain', 'explain', 'discuss', 'discuss', 'go-on', 'go-on']);
	});

	test('goes by the teacher’s own bounds', () => {
		expect(adviceFor([1, 0], { low: 0.6, high: 0.9 })).toEqual({ share: 0.5, advice: 'explain' });
	});

	test('is none where nobody answered', () => {
		expect(adviceFor([], usual.bounds)).toBeUndefined();
	});
});

describe('two rounds', () => {
	test('are compared over who answered both', () => {
		const first = new Map([...Object.entries({ a: 1, b: 1, c: 0, d: 0.5, left: 1 })]);
		const second = new Map([...Object.entries({ a: 1, b: 0, c: 1, d: 0.5, late: 0 })]);
		// Before (1 + 1 + 0 + 0.5) / 4 = 0.625, after (1 + 0 + 1 + 0.5) / 4 = 0.625.
		expect(compared(first, second)).toEqual({
			stayedRight: 1,
			rightToWrong: 1,
			wrongToRight: 1,
			stayedWrong: 1,
			before: 0.625,
			after: 0.625,
			gain: { value: 0, level: 'low' }
		});
		expect(compared(first, new Map())).toMatchObject({ before: null, after: null, gain: undefined });
	});

	test('whoever answered them, each of those in both is counted once', () => {
		const round = fc
			.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom(0, 0.5, 1))
			.map((scores) => new Map(Object.entries(scores)));
		fc.assert(
			fc.property(round, round, (first, second) => {
				const { stayedRight, rightToWrong, wrongToRight, stayedWrong } = compared(first, second);
				const both = [...first.keys()].filter((pupil) => second.has(pupil));
				expect(stayedRight + rightToWrong + wrongToRight + stayedWrong).toBe(both.length);
			})
		);
	});
});

test('normalised gain has the levels of Hake, and none where nothing was left to gain', () => {
	expect(normalisedGain(0.5, 0.6)).toMatchObject({ level: 'low' });
	expect(normalisedGain(0.5, 0.65)).toMatchObject({ level: 'medium' });
	expect(normalisedGain(0.5, 0.85)).toMatchObject({ level: 'high' });
	expect(normalisedGain(0.5, 0.25)).toEqual({ value: -0.5, level: 'low' });
	expect(normalisedGain(1, 1)).toBeUndefined();
	expect(normalisedGain(0.1 + 0.2 + 0.7, 1)).toBeUndefined();
});
