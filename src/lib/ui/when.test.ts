import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';

import { overwriteGetLocale, type Locale } from '#lib/paraglide/runtime.js';

import { clockTime, dateInWords, dayInWords, earnedNumber, momentInWords, shortNumber } from './when.ts';

const speak = (language: Locale) => overwriteGetLocale(() => language);

afterEach(() => speak('en'));

describe('in English', () => {
	test('days', () => expect(dayInWords('2018-11-01')).toBe('1 November 2018'));
	test('dates', () =>
		expect(['2011', '2018-10', '2011-09-12'].map(dateInWords)).toEqual([
			'2011',
			'October 2018',
			'12 September 2011'
		]));
	test('numbers', () => expect([0.5, -2, 1.04].map(shortNumber)).toEqual(['0.5', '−2', '1']));
});

describe('in French', () => {
	test('days', () => {
		speak('fr');
		expect(dayInWords('2018-11-13')).toBe('13 novembre 2018');
		expect(dayInWords('2018-11-01')).toBe('1er novembre 2018');
		expect(dayInWords('2018-11-11')).toBe('11 novembre 2018');
	});

	test('dates', () => {
		speak('fr');
		expect(['2011', '2018-10', '2018-10-01'].map(dateInWords)).toEqual([
			'2011',
			'octobre 2018',
			'1er octobre 2018'
		]);
	});

	test('moments', () => {
		speak('fr');
		expect(momentInWords(Date.UTC(2018, 10, 13))).toMatch(/^1\d nov\. 2018/);
	});

	test('numbers', () => {
		speak('fr');
		expect([0.5, -2, 1.04].map(shortNumber)).toEqual(['0,5', '−2', '1']);
	});
});

test('what was done while the clock was ahead counts as done now', () => {
	const now = Date.UTC(2018, 10, 13, 12);
	expect(momentInWords(Date.UTC(2036, 10, 24), now)).toBe(momentInWords(now, now));
	expect(momentInWords(Date.UTC(2017, 10, 24, 12), now)).toMatch(/^24 Nov 2017/);
});

test.each([
	[0.95, 1, '0.9'],
	[0.04, 1, '0.1'],
	[1, 1, '1'],
	[0, 1, '0'],
	[0.1 + 0.7 + 0.2, 1, '1'],
	[2.9999999999999996, 3, '3'],
	[19.96, 20, '19.9'],
	[2.04, 20, '2'],
	[-0.02, 3, '−0.1'],
	[-2, 3, '−2']
])('%d earned of %d is “%s”', (earned, possible, shown) => {
	expect(earnedNumber(earned, possible)).toBe(shown);
});

test('what was earned is shown as all or nothing only if it is', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 60 }), fc.nat({ max: 1000 }), (possible, part) => {
			const earned = (possible * part) / 1000;
			const shown = Number(earnedNumber(earned, possible).replaceAll(',', ''));
			expect(shown >= possible).toBe(part === 1000);
			expect(shown <= 0).toBe(part === 0);
			expect(Math.abs(shown - earned)).toBeLessThanOrEqual(0.1);
		})
	);
});

test('a span of time as a clock shows it', () => {
	expect([1, 545_000, 3_600_000].map(clockTime)).toEqual(['0:01', '9:05', '1:00:00']);
});
