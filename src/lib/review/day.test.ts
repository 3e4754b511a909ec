import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays, dayOf, daysBetween, LAST_DAY } from './day.ts';

const days = fc
	.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2126, 0) })
	.map((at) => new Date(at).toISOString().slice(0, 10));

test('the last year with four digits has its own days, and anything later counts as its last day', () => {
	expect(dayOf(new Date(9999, 5, 1, 12).getTime())).toBe('9999-06-01');
	expect(dayOf(new Date(10_000, 0, 1, 12).getTime())).toBe('9999-12-31');
});

test('the day of a moment is that of the device’s own calendar', () => {
	fc.assert(
		fc.property(days, fc.integer({ min: 0, max: 86_399 }), (day, second) => {
			const midnight = new Date(`${day}T00:00:00`);
			const time = new Date(midnight);
			time.setHours(0, 0, second);
			expect(dayOf(midnight.getTime())).toBe(day);
			expect(dayOf(time.getTime())).toBe(day);
		})
	);
});

test('anything after the last day that has a name counts as that day', () => {
	expect(addDays('9999-12-30', 1)).toBe(LAST_DAY);
	expect(addDays('9999-12-30', 36_500)).toBe(LAST_DAY);
	expect(dayOf(new Date(10_000, 0, 1, 12).getTime())).toBe(LAST_DAY);
});

test('days later and between follow the calendar, over leap years and changes of the clock', () => {
	expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
	expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
	expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
	expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
	fc.assert(
		fc.property(days, fc.integer({ min: -36_500, max: 36_500 }), (day, count) => {
			const other = addDays(day, count);
			expect(daysBetween(day, other)).toBe(count);
			expect(addDays(other, -count)).toBe(day);
			expect(other > day).toBe(count > 0);
		})
	);
});
