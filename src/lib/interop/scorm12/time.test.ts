import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isoDuration, isoSecond } from '../interaction/duration.ts';
import { timeOfDay, timespan } from './time.ts';

/** `CMITimespan`: two to four digits of hours, and at most two decimals. */
const TIMESPAN = /^(\d{2,4}):([0-5]\d):([0-5]\d)(\.\d{1,2})?$/;
const ISO = /^PT(?:(\d+)H)?(?:(\d+)M)?(\d+(?:\.\d{1,2})?)S$/;

test('a timespan has hours, minutes and seconds', () => {
	expect([0, 999, 65_005, 3_600_000, 36_000_000_000, Infinity, NaN, -1].map(timespan)).toEqual([
		...['0000:00:00.00', '0000:00:01.00', '0000:01:05.01', '0001:00:00.00'],
		...['9999:59:59.99', '9999:59:59.99', '0000:00:00.00', '0000:00:00.00']
	]);
});

test('a duration has no part that is nothing, but seconds', () => {
	expect([0, 995, 65_005, 3_600_000, 3_723_500].map(isoDuration)).toEqual([
		...['PT0S', 'PT1S', 'PT1M5.01S', 'PT1H0S', 'PT1H2M3.5S']
	]);
});

test('both say how long it was, to a hundredth of a second', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 9999 * 3_600_000 }), (duration) => {
			for (const [text, pattern] of [
				[timespan(duration), TIMESPAN],
				[isoDuration(duration), ISO]
			] as const) {
				const [, hours = 0, minutes = 0, seconds = 0, more = 0] = pattern.exec(text) ?? [];
				const read = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(more);
				expect(text).toMatch(pattern);
				expect(Math.abs(read * 1000 - duration)).toBeLessThanOrEqual(5.001);
			}
		})
	);
});

test('a moment is told in whole seconds', () => {
	expect(isoSecond(Date.UTC(2026, 10, 29, 9, 5, 9, 999))).toBe('2026-11-29T09:05:09.0Z');
	expect(timeOfDay(new Date(2026, 10, 29, 9, 5, 9).getTime())).toBe('09:05:09');
});
