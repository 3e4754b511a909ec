import { describe, expect, it } from 'vitest';

import { assign, assignments, chosenIds, moved, placesIn, toggled, wholeOrder } from './response.ts';

const known = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const strangers = [null, undefined, 0, true, 'a', ['x'], { x: 1 }, [null], [['a']], new Date(0), Symbol('a')];

describe('a response of any shape', () => {
	it('is read without failing, and as nothing given', () => {
		for (const stranger of strangers) {
			expect(chosenIds(stranger, known)).toEqual([]);
			expect(assignments(stranger, ['a'])).toEqual({});
			expect(wholeOrder(stranger, known)).toBeNull();
		}
	});

	it('is read as far as the item knows its parts', () => {
		expect(chosenIds(['c', 'x', 'a', 'a'], known)).toEqual(['a', 'c']);
		expect(assignments({ a: 'x', b: 1, d: 'y' }, ['a', 'b'])).toEqual({ a: 'x' });
		expect(wholeOrder(['c', 'a', 'b'], known)).toEqual(['c', 'a', 'b']);
		expect(wholeOrder(['c', 'a', 'a'], known)).toBeNull();
		expect(placesIn(['c', 'a', 'a'], known)).toEqual(['c', 'a', null]);
		expect(placesIn(['', 'x', 'b'], known)).toEqual([null, null, 'b']);
		expect(placesIn(['c', 'a'], known)).toEqual([null, null, null]);
	});

	it('cannot reach the prototype of what is made of it', () => {
		const stored: unknown = JSON.parse('{"__proto__": "y", "a": "x"}');
		expect(assignments(stored, ['a'])).toEqual({ a: 'x' });
		expect(Object.getPrototypeOf(assignments(stored, ['a', '__proto__']))).toBe(Object.prototype);
	});
});

describe('a change of a response', () => {
	it('chooses and deselects', () => {
		expect(toggled(['a'], 'b', true)).toEqual(['a', 'b']);
		expect(toggled(['a'], 'a', true)).toEqual(['a']);
		expect(toggled(['a'], 'a', false)).toBeNull();
	});

	it('assigns and takes back', () => {
		expect(assign({ a: 'x' }, 'b', 'y')).toEqual({ a: 'x', b: 'y' });
		expect(assign({ a: 'x' }, 'a', '')).toBeNull();
	});

	it('moves up and down', () => {
		expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
		expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
	});
});
