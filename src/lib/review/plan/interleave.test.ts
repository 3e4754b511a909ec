import fc from 'fast-check';
import { expect, test } from 'vitest';

import { interleaved } from './interleave.ts';

const items = fc
	.array(fc.nat(5), { maxLength: 40 })
	.map((points) => points.map((point, index) => ({ point, id: index })));

test('neighbours are of different points, unless one point has more than half of all', () => {
	fc.assert(
		fc.property(items, fc.string(), (items, seed) => {
			const order = interleaved(items, seed);
			expect(order.toSorted((one, other) => one.id - other.id)).toEqual(items);
			const counts = [...Map.groupBy(items, ({ point }) => point).values()].map(({ length }) => length);
			const largest = Math.max(0, ...counts);
			const meetings = order.filter(({ point }, index) => order[index - 1]?.point === point).length;
			expect(meetings).toBe(Math.max(0, 2 * largest - items.length - 1));
			for (const point of new Set(items.map(({ point }) => point))) {
				const ids = order.filter((item) => item.point === point).map(({ id }) => id);
				expect(ids).toEqual(ids.toSorted((one, other) => one - other));
			}
			expect(interleaved(items, seed)).toEqual(order);
		})
	);
});
