import { expect, test } from 'vitest';

import { inOrder, LAST_PLACE, placedAfter } from './log-order.ts';
import { review } from './review-fixtures.ts';

test('an answer has the place of its moment, but always comes after those that a device has', () => {
	const place = (last: number | undefined, at: number) => placedAfter(last, review({ at })).place;
	expect(place(undefined, 5)).toBe(5);
	expect(place(2, 5)).toBe(5);
	expect(place(4, 5)).toBe(5);
	expect(place(5, 5)).toBe(6);
	expect(place(900, 5)).toBe(901);
	expect(place(LAST_PLACE, 5)).toBe(LAST_PLACE);
	expect(placedAfter(900, review({ at: 5 })).at).toBe(5);
});

test('where two devices took the same place, ids decide', () => {
	const [a, b, c] = [
		review({ id: 'a', place: 2 }),
		review({ id: 'b', place: 1 }),
		review({ id: 'c', place: 2 })
	];
	expect(inOrder([c, a, b]).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

test('ids decide from either side, and two entries of one id stay in their order', () => {
	const named = (...ids: string[]) => ids.map((id) => review({ id, place: 2 }));
	for (const told of [named('a', 'b', 'c'), named('c', 'b', 'a'), named('b', 'c', 'a')])
		expect(inOrder(told).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	const twice = [review({ id: 'a', at: 1, place: 2 }), review({ id: 'a', at: 2, place: 2 })];
	expect(inOrder(twice)).toEqual(twice);
	expect(inOrder(twice.toReversed())).toEqual(twice.toReversed());
});
