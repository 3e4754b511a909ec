import { expect, test } from 'vitest';

import type { KeptAnswer } from './event.ts';
import { newerThan, sumOf } from './exchange.ts';

const one: KeptAnswer = { item: 'first', response: 'one', at: 600 };
const two: KeptAnswer = { item: 'number', response: '2', at: 700 };

test('answers are told apart by the sum of their moments', () => {
	expect(sumOf([])).toBe(0);
	expect(sumOf([one, two])).toBe(1300);
});

test('an answer is newer if it was given later than the known one, or if its item has none', () => {
	expect(newerThan([], [one, two])).toEqual([one, two]);
	expect(newerThan([one], [one, two])).toEqual([two]);
	const later = { ...one, at: 601 };
	expect(newerThan([one, two], [later, two])).toEqual([later]);
	expect(newerThan([later], [one])).toEqual([]);
	const atOnce = { ...one, at: 0 };
	expect(newerThan([], [atOnce])).toEqual([atOnce]);
});
