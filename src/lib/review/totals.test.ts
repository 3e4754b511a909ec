import { expect, test } from 'vitest';

import { dayState } from './map-fixtures.ts';
import { totalsOf } from './totals.ts';

const days = [
	dayState('2026-11-20', { answers: 10, right: 7, spent: 1000 }),
	dayState('2026-11-23', { answers: 0, right: 0, spent: 0 }),
	dayState('2026-11-25', { answers: 5, right: 5, spent: 500 })
];

test('what was done in all, and from a day on', () => {
	expect(totalsOf(days)).toEqual({ days: 2, answers: 15, right: 12, spent: 1500 });
	expect(totalsOf(days, '2026-11-23')).toEqual({ days: 1, answers: 5, right: 5, spent: 500 });
	expect(totalsOf(days, '2026-11-25')).toEqual({ days: 1, answers: 5, right: 5, spent: 500 });
	expect(totalsOf(days, '2026-11-26')).toEqual({ days: 0, answers: 0, right: 0, spent: 0 });
	expect(totalsOf([])).toEqual({ days: 0, answers: 0, right: 0, spent: 0 });
});
