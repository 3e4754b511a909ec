import { afterEach, describe, expect, test } from 'vitest';

import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

import { percent, timeSpent, wholeNumber } from './amounts.ts';
import { dayWithWeekday, shortDay, shortMonth, shortWeekday } from './weekdays.ts';

const MINUTE = 60_000;
const today = '2026-11-25';
const spans = [0, 1, 5 * MINUTE, 60 * MINUTE, 125 * MINUTE];

afterEach(() => overwriteGetLocale(() => 'en'));

describe('in English', () => {
	test('days have their weekday, and their year where it is another', () => {
		expect(dayWithWeekday('2026-12-03', today)).toBe('Thursday 3 December');
		expect(dayWithWeekday('2027-01-01', today)).toBe('Friday, 1 January 2027');
	});

	test('days, weekdays and months in short', () => {
		expect([shortDay, shortWeekday, shortMonth].map((write) => write('2026-12-03'))).toEqual([
			'3 Dec',
			'Thu',
			'Dec'
		]);
	});

	test('amounts', () => {
		expect([percent(0.834), wholeNumber(1234)]).toEqual(['83%', '1,234']);
		expect([0, 0.001, 0.997, 1].map(percent)).toEqual(['0%', '1%', '99%', '100%']);
		expect(spans.map(timeSpent)).toEqual(['0 mins', 'under a minute', '5 mins', '1 hr', '2 hrs 5 mins']);
	});
});

describe('in French', () => {
	test('days have their weekday, and the first of a month its ending', () => {
		overwriteGetLocale(() => 'fr');
		expect(dayWithWeekday('2026-12-03', today)).toBe('jeudi 3 décembre');
		expect(dayWithWeekday('2026-12-01', today)).toBe('mardi 1er décembre');
		expect(dayWithWeekday('2027-01-01', today)).toBe('vendredi 1er janvier 2027');
	});

	test('amounts', () => {
		overwriteGetLocale(() => 'fr');
		expect([percent(0.834), wholeNumber(1234)].map((text) => text.replace(/\s/g, ' '))).toEqual([
			'83 %',
			'1 234'
		]);
		expect(spans.map(timeSpent).map((text) => text.replace(/\s/g, ' '))).toEqual([
			'0 min',
			'moins d’une minute',
			'5 min',
			'1 h',
			'2 h 5 min'
		]);
	});
});
