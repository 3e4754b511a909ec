import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { placesIn, wholeOrder } from '#lib/player/kinds/response.ts';

import { orderOf, putAt, without, type Places } from './places.ts';

const IDS = ['a', 'b', 'c', 'd'];

/** What a learner may do: put an element at a place, or take it back. */
const actions = fc.array(
	fc.record({ id: fc.constantFrom(...IDS), place: fc.option(fc.nat(IDS.length - 1)) }),
	{
		maxLength: 30
	}
);

function after(done: readonly { id: string; place: number | null }[]): Places {
	return done.reduce<Places>(
		(places, { id, place }) => (place === null ? without(places, id) : putAt(places, id, place)),
		IDS.map(() => null)
	);
}

describe('whatever is put and taken back', () => {
	test('no element lies at two places, and none comes from nowhere', () => {
		fc.assert(
			fc.property(actions, (done) => {
				const taken = after(done).filter((id) => id !== null);
				expect(new Set(taken).size).toBe(taken.length);
				expect(IDS).toEqual(expect.arrayContaining(taken));
				expect(after(done)).toHaveLength(IDS.length);
			})
		);
	});

	test('what was put last lies where it was put, and nothing else has moved but what it changed places with', () => {
		fc.assert(
			fc.property(actions, fc.constantFrom(...IDS), fc.nat(IDS.length - 1), (done, id, place) => {
				const before = after(done);
				const now = putAt(before, id, place);
				expect(now[place]).toBe(id);
				const moved = now.filter((each, index) => each !== before[index]);
				expect(moved.length).toBeLessThanOrEqual(2);
				// Putting something where another lies loses that other only if there is nowhere to go.
				const free = (places: Places) => places.filter((each) => each === null).length;
				expect(free(before) - free(now)).toBe(before.includes(id) || before[place] !== null ? 0 : 1);
			})
		);
	});

	test('its order is read back as it was, and is whole once every place is taken', () => {
		const known = IDS.map((id) => ({ id }));
		fc.assert(
			fc.property(actions, (done) => {
				const places = after(done);
				expect(placesIn(orderOf(places), known)).toEqual(places);
				expect(wholeOrder(orderOf(places), known)).toEqual(places.includes(null) ? null : places);
			})
		);
	});
});

test('an element put where another lies changes places with it', () => {
	expect(putAt(['a', 'b', null], 'a', 1)).toEqual(['b', 'a', null]);
	expect(putAt(['a', 'b', null], 'c', 1)).toEqual(['a', 'c', null]);
	expect(putAt(['a', 'b', null], 'b', 1)).toEqual(['a', 'b', null]);
});
