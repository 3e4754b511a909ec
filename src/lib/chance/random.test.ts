import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { seeded, shuffled } from './random.ts';

describe('seeded', () => {
	test('gives the same numbers for the same seed, for ever', () => {
		// Golden values: if they changed, forms drawn earlier could not be drawn again.
		const random = seeded('five points', 'q1');
		expect([random(), random(), random()]).toEqual([
			0.22771546174772084, 0.5243761269375682, 0.859320190967992
		]);
		expect(shuffled(Array.from('abcdefg'), seeded('five points', 'q1')).join('')).toBe('acfgedb');
	});

	test('gives other numbers for another seed, and for the same letters split elsewhere', () => {
		const firsts = [seeded('ab', 'c'), seeded('a', 'bc'), seeded('abc'), seeded('abd'), seeded()];
		expect(new Set(firsts.map((random) => random())).size).toBe(firsts.length);
	});

	test('stays from 0 to below 1', () => {
		fc.assert(
			fc.property(fc.string(), (seed) => {
				const random = seeded(seed);
				for (let times = 0; times < 100; times++) {
					const number = random();
					expect(number >= 0 && number < 1).toBe(true);
				}
			})
		);
	});

	test('spreads evenly over a hundred bins, for neighbouring seeds too', () => {
		for (const draw of [many(seeded('one stream')), (index: number) => seeded(String(index))()]) {
			const bins = Array.from({ length: 100 }, () => 0);
			for (let index = 0; index < 100_000; index++) {
				const bin = Math.floor(draw(index) * 100);
				bins[bin] = (bins[bin] ?? 0) + 1;
			}
			const chiSquare = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
			// With 99 degrees of freedom, chi-squared exceeds 148 once in a thousand times, and is below 62
			// about as rarely.
			expect(chiSquare).toBeGreaterThan(62);
			expect(chiSquare).toBeLessThan(148);
		}
	});
});

describe('shuffled', () => {
	test('puts each of four elements in each place a quarter of 10,000 times (rule B-02)', () => {
		const random = seeded('B-02');
		const seen = count(10_000, () => shuffled(['a', 'b', 'c', 'd'], random));
		expect(Object.keys(seen)).toHaveLength(16);
		for (const times of Object.values(seen)) expect(Math.abs(times - 2500)).toBeLessThanOrEqual(150);
	});

	test('does so when every shuffle has its own seed, as every item has', () => {
		const seen = count(10_000, (index) => shuffled(['a', 'b', 'c', 'd'], seeded('form', `item-${index}`)));
		for (const times of Object.values(seen)) expect(Math.abs(times - 2500)).toBeLessThanOrEqual(150);
	});

	test('draws all 24 orders of four elements alike', () => {
		const random = seeded('orders');
		const orders = new Map<string, number>();
		for (let index = 0; index < 24_000; index++) {
			const order = shuffled(Array.from('abcd'), random).join('');
			orders.set(order, (orders.get(order) ?? 0) + 1);
		}
		expect(orders.size).toBe(24);
		for (const times of orders.values()) expect(Math.abs(times - 1000)).toBeLessThanOrEqual(150);
	});

	test('keeps every element and the given array', () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
				const before = [...items];
				const after = shuffled(items, seeded(seed));
				expect(items).toEqual(before);
				expect(after.toSorted()).toEqual(before.toSorted());
				expect(shuffled(items, seeded(seed))).toEqual(after);
			})
		);
	});
});

function many(random: () => number): (index: number) => number {
	return () => random();
}

/** How often each element landed in each place. */
function count(times: number, draw: (index: number) => string[]): Record<string, number> {
	const seen: Record<string, number> = {};
	for (let index = 0; index < times; index++) {
		draw(index).forEach((element, place) => {
			const key = `${element} at ${place}`;
			seen[key] = (seen[key] ?? 0) + 1;
		});
	}
	return seen;
}
