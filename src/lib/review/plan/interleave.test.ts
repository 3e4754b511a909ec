import fc from 'fast-check';
import { expect, test } from 'vitest';

import { interleaved } from './interleave.ts';
import type { Unit } from './together.ts';

/** Mostly items alone, now and then two that stay together. */
const drawn = fc.array(fc.tuple(fc.nat(5), fc.nat(3)), { maxLength: 40 }).map((each) =>
	each.map(([point, more], index): Unit<{ point: number; id: number }> =>
		more > 0
			? [{ point, id: index }]
			: [
					{ point, id: index },
					{ point, id: index + 0.5 }
				]
	)
);

test('neighbours are of different points, unless one point has more than half of all', () => {
	fc.assert(
		fc.property(drawn, fc.string(), (units, seed) => {
			const order = interleaved(units, seed);
			expect(order.toSorted((one, other) => one.id - other.id)).toEqual(units.flat());
			for (const [one, other] of units) if (other) expect(order.indexOf(other)).toBe(order.indexOf(one) + 1);
			const points = Map.groupBy(units, ([{ point }]) => point);
			const largest = Math.max(0, ...[...points.values()].map(({ length }) => length));
			const heads = order.filter(({ id }) => Number.isInteger(id));
			const meetings = heads.filter(({ point }, index) => heads[index - 1]?.point === point).length;
			expect(meetings).toBe(Math.max(0, 2 * largest - units.length - 1));
			for (const point of points.keys()) {
				const ids = order.filter((item) => item.point === point).map(({ id }) => id);
				expect(ids).toEqual(ids.toSorted((one, other) => one - other));
			}
			expect(interleaved(units, seed)).toEqual(order);
		})
	);
});
