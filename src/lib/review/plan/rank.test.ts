import { describe, expect, test } from 'vitest';

import { bestOf, compareRanks } from './rank.ts';

describe('of two ranks', () => {
	test('the better is the one that is lower where they first differ', () => {
		expect(compareRanks([1, 5, 0], [1, 3, 9])).toBeGreaterThan(0);
		expect(compareRanks([-1, 5], [0, 0])).toBeLessThan(0);
		expect(compareRanks([2, 3], [2, 3])).toBe(0);
	});

	test('a shorter one counts as 0 where it has nothing', () => {
		expect(compareRanks([1, 1], [1])).toBeGreaterThan(0);
		expect(compareRanks([1, -1], [1])).toBeLessThan(0);
	});
});

test('the best candidate has the best rank, and is the first of equals', () => {
	const rankOf = (name: string) => [name.length];
	expect(bestOf(['three', 'one', 'two'], rankOf)).toBe('one');
	expect(bestOf(['two', 'one', 'three'], rankOf)).toBe('two');
	expect(bestOf([], rankOf)).toBeUndefined();
});
