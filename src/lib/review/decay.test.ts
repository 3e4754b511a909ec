import fc from 'fast-check';
import { expect, test } from 'vitest';

import { decayOf, fallsBelow } from './decay.ts';
import { DAY, NOON } from './map-fixtures.ts';
import { recallChance } from './memory.ts';

const anyMemory = fc.record({
	stability: fc.double({ min: 0.01, max: 3000, noNaN: true }),
	difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
	at: fc.integer({ min: NOON - 400 * DAY, max: NOON })
});

test('the chance of recall begins at its present value and only falls', () => {
	fc.assert(
		fc.property(anyMemory, fc.integer({ min: 1, max: 60 }), (memory, days) => {
			const curve = decayOf(memory, NOON, days);
			expect(curve).toHaveLength(days + 1);
			expect(curve[0]).toEqual({ day: 0, chance: recallChance(memory, NOON) });
			curve.slice(1).forEach(({ chance }, place) => {
				expect(chance).toBeLessThanOrEqual(curve[place]?.chance ?? 0);
				expect(chance).toBeGreaterThan(0);
			});
		})
	);
});

test('the chance falls below nine in ten when the stability is over', () => {
	const memory = { stability: 10, difficulty: 5, at: NOON };
	expect(Math.abs((fallsBelow(memory, 0.9) ?? 0) - (NOON + 10 * DAY))).toBeLessThanOrEqual(60_000);
});

test('the chance is still up to a share a minute before it falls below it', () => {
	fc.assert(
		fc.property(anyMemory, fc.constantFrom(0.9, 0.7), (memory, share) => {
			const moment = fallsBelow(memory, share);
			if (moment === null) return;
			expect(recallChance(memory, moment)).toBeLessThan(share);
			expect(recallChance(memory, moment - 60_000)).toBeGreaterThanOrEqual(share);
		})
	);
});

test('a curve has a point for each of thirty days, and for now', () => {
	const memory = { stability: 10, difficulty: 5, at: NOON };
	const curve = decayOf(memory, NOON);
	expect(curve.map(({ day }) => day)).toEqual(Array.from({ length: 31 }, (_, day) => day));
	expect(curve[10]?.chance).toBeCloseTo(0.9, 6);
	expect(curve[30]?.chance).toBe(recallChance(memory, NOON + 30 * DAY));
});

test('a hundred years, of 365 days, are as far as anybody plans', () => {
	const lasting = (stability: number) => ({ stability, difficulty: 1, at: NOON });
	expect(fallsBelow(lasting(36_499.9), 0.9)).toBeCloseTo(NOON + 36_499.9 * DAY, -7);
	expect(fallsBelow(lasting(36_500.1), 0.9)).toBeNull();
});

test('a memory that outlasts a hundred years never falls below a share', () => {
	expect(fallsBelow({ stability: 36_500, difficulty: 1, at: NOON }, 0.7)).toBeNull();
});
