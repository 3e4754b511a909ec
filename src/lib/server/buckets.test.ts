import { expect, test } from 'vitest';

import { Buckets } from './buckets.ts';

const limit = { most: 3, every: 1000 };

test('so much may happen at once, and then as fast as the bucket fills', () => {
	const buckets = new Buckets(limit);
	for (let time = 0; time < 3; time++) {
		expect(buckets.waitFor('a', 0)).toBe(0);
		buckets.count('a', 0);
	}
	expect(buckets.waitFor('a', 0)).toBe(1000);
	expect(buckets.waitFor('a', 1000)).toBe(0);
	expect(buckets.waitFor('b', 0)).toBe(0);
});

test('a flood of single events does not make it forget who has caused many', () => {
	const buckets = new Buckets(limit);
	for (let time = 0; time < 3; time++) buckets.count('many', 0);
	for (let other = 0; other < 200_000; other++) buckets.count(`single-${other}`, 0);
	expect(buckets.waitFor('many', 0)).toBe(1000);
});

test('hardly any event of very many has to look for what to forget', () => {
	const buckets = new Buckets(limit);
	const time = (from: number) => {
		const start = performance.now();
		for (let other = from; other < from + 40_000; other++) buckets.count(`single-${other}`, 0);
		return performance.now() - start;
	};
	const [first, ...later] = [time(0), time(40_000), time(80_000), time(120_000)];
	expect(Math.min(...later)).toBeLessThan(20 * first);
});
