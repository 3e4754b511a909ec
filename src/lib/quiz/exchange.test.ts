import { expect, test } from 'vitest';

import { sumOf } from './exchange.ts';

test('answers are told apart by the sum of their moments', () => {
	expect(sumOf([])).toBe(0);
	expect(sumOf([{ at: 1000 }, { at: 2500 }])).toBe(3500);
});
