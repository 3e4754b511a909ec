import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isWithin, readNumber } from './numbers.ts';

test.each<[string, number[]]>([
	['0', [0]],
	['007', [7]],
	['0.5', [0.5]],
	['0,5', [0.5]],
	['.5', [0.5]],
	[',5', [0.5]],
	['5.', [5]],
	[' 12 ', [12]],
	['+3', [3]],
	['-3', [-3]],
	['− 3', [-3]],
	['–3', [-3]],
	['1234', [1234]],
	['1234,567', [1234.567]],
	['0,500', [0.5]],
	['012,345', [12.345]],
	['1,234', [1.234, 1234]],
	['12.345', [12.345, 12345]],
	['-123,456', [-123.456, -123456]],
	['1,2345', [1.2345]],
	['1,234,567', [1234567]],
	['1.234.567', [1234567]],
	['1,234.5', [1234.5]],
	['1.234,5', [1234.5]],
	['1,234,567.89', [1234567.89]],
	['1 234', [1234]],
	['1\u00a0234\u00a0567', [1234567]],
	['1\u202f234,5', [1234.5]],
	['1 234,567', [1234.567]],
	["1'234.5", [1234.5]],
	['1’234', [1234]]
])('“%s” reads as %j', (text, readings) => {
	expect(readNumber(text)).toEqual({ readings, unit: '' });
});

test.each([
	'',
	' ',
	'-',
	'.',
	',',
	'x',
	'twelve',
	'1 2',
	'12 34',
	'1,23,456',
	'1,234.567.8',
	'1,234,5',
	'1.234,567,8',
	'1,2.3',
	'1 2345',
	'1 234 5',
	'--3',
	'½',
	'٣'
])('“%s” is no number', (text) => {
	expect(readNumber(text)).toBeNull();
});

test.each([
	['12 days', 'days'],
	['12days.', 'days'],
	['3.5 %', '%'],
	['€ 3', '€'],
	['3 Square  Metres', 'squaremetres'],
	['3 m²', 'm2'],
	['12-13', '-13'],
	['1e3', 'e3'],
	['12, 13', '13']
])('“%s” has the unit “%s”', (text, unit) => {
	expect(readNumber(text)?.unit).toBe(unit);
});

test('reads back every number that is written out in full', () => {
	const decimal = fc
		.double({ noNaN: true, noDefaultInfinity: true })
		.filter((number) => !String(number).includes('e'));
	fc.assert(
		fc.property(decimal, (number) => {
			for (const text of [String(number), String(number).replace('.', ',')]) {
				expect(readNumber(text)?.readings).toContain(number);
			}
		})
	);
});

test('reads back every whole number, however it is grouped', () => {
	fc.assert(
		fc.property(fc.integer(), fc.constantFrom(',', '.', ' ', '\u00a0', '\u202f', "'", '’'), (number, by) => {
			const text = number.toLocaleString('en').replaceAll(',', by);
			expect(readNumber(text)?.readings).toContain(number);
		})
	);
});

test('reads only finite numbers, one or two of them, from anything', () => {
	const text = fc.oneof(
		fc.string(),
		fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,' -+e%x")) })
	);
	fc.assert(
		fc.property(text, (text) => {
			const typing = readNumber(text);
			if (typing === null) return;
			expect([1, 2]).toContain(typing.readings.length);
			expect(typing.readings.every(Number.isFinite)).toBe(true);
		}),
		{ numRuns: 2000 }
	);
	expect(readNumber('9'.repeat(400))).toBeNull();
});

test('within a tolerance means by the decimals, not by their binary neighbours', () => {
	expect(0.4 - 0.3 <= 0.1).toBe(false);
	expect(isWithin(0.1, 0.4, 0.3)).toBe(true);
	expect(isWithin(0, 0.1 + 0.2, 0.3)).toBe(true);
	expect(isWithin(0, 1e15 + 1, 1e15)).toBe(false);
	expect(isWithin(0, 2018, 2017.999999)).toBe(false);
});
