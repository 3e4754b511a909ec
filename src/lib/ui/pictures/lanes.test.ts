import fc from 'fast-check';
import { expect, it } from 'vitest';

import { lanesOf } from './lanes.ts';

const places = fc
	.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 })
	.map((all) => all.toSorted((one, other) => one - other));

it('keeps marks of a lane apart, and adds a lane only if all others are taken', () => {
	fc.assert(
		fc.property(places, fc.double({ min: 0, max: 1, noNaN: true }), (all, apart) => {
			const lanes = lanesOf(all, apart);
			lanes.forEach((lane, index) => {
				const near = lanes
					.slice(0, index)
					.filter((_, before) => (all[index] ?? 0) - (all[before] ?? 0) < apart);
				expect(near).not.toContain(lane);
				expect(new Set(near.filter((other) => other < lane)).size).toBe(lane);
			});
		})
	);
});

it('stacks what falls together and goes down again', () => {
	expect(lanesOf([0, 0.5, 0.51, 0.52, 0.9], 0.1)).toEqual([0, 0, 1, 2, 0]);
});
