import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';

import { isBefore, moment } from './moment.ts';

describe('a moment', () => {
	test.each([
		[2011, '2011'],
		['2018-10', '2018-10'],
		['2011-09-12', '2011-09-12']
	])('may be %s', (written, read) => {
		expect(v.parse(moment, written)).toBe(read);
	});

	test.each([11, 2011.5, '2011-13', '2018-02-31', '2018-1', '2018-10-', 'in 2018', true, null])(
		'may not be %s',
		(written) => {
			expect(v.is(moment, written)).toBe(false);
		}
	);
});

describe('before', () => {
	const day = fc
		.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));
	const length = fc.constantFrom(4, 7, 10);

	test('is the order of days, as far as both are known', () => {
		fc.assert(
			fc.property(day, day, length, length, (one, other, known, alsoKnown) => {
				const [rough, alsoRough] = [one.slice(0, known), other.slice(0, alsoKnown)];
				if (isBefore(rough, alsoRough)) expect(one < other).toBe(true);
				expect(isBefore(rough, alsoRough) && isBefore(alsoRough, rough)).toBe(false);
			})
		);
	});

	test('says nothing of a day and its own year', () => {
		expect(isBefore('2018', '2018-11-13')).toBe(false);
		expect(isBefore('2018-11-13', '2018')).toBe(false);
		expect(isBefore('2018-10', '2018-11-13')).toBe(true);
	});
});
