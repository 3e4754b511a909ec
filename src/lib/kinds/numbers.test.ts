import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isWithin, numberIn, readNumber } from './numbers.ts';

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
	['1’234', [1234]],
	['1´234', [1234]],
	// Digits, separators and spaces of other scripts and keyboards.
	['１２．５', [12.5]],
	['٣', [3]],
	['١٬٢٣٤٫٥', [1234.5]],
	['۱۲', [12]],
	['१२,३४,५६७', [1234567]],
	['𝟙𝟚', [12]],
	['①', [1]],
	['1\u2007234', [1234]],
	['1  234\u3000567', [1234567]],
	['1\u200b2\u00ad', [12]],
	['\u200f\u202a-5\u202c', [-5]],
	['1,23,456', [123456]],
	['12,34,567.8', [1234567.8]],
	['12,34,567.89', [1234567.89]],
	['1,12,34,567', [11234567]],
	['1 00 000', [100000]],
	['3·5', [3.5]],
	// Any dash.
	...Array.from('-‐‑‒–—―−﹣－⁻˗➖ー', (dash): [string, number[]] => [`${dash}5`, [-5]]),
	['＋5', [5]],
	// Fractions, powers and exponents.
	['½', [0.5]],
	['1½', [1.5]],
	['-2 ¾', [-2.75]],
	['1/2', [0.5]],
	['1⁄2', [0.5]],
	['1 1/2', [1.5]],
	['12/2', [6]],
	['-7 / 4', [-1.75]],
	['⅟4', [0.25]],
	['1e3', [1000]],
	['1.5E+3', [1500]],
	['5e-1', [0.5]],
	['10^3', [1000]],
	['10**3', [1000]],
	['10³', [1000]],
	['10⁻³', [0.001]],
	['10²', [100]],
	['2³', [8]],
	['1.5×10^3', [1500]],
	['1,5 x 10³', [1500]],
	['1,5·10^-3', [0.0015]],
	['1,5.10^3', [1500]],
	['−2 * 10 ^ 2', [-200]],
	['1,234×10^1', [12.34, 12340]]
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
	'1,234.567.8',
	'1,234,5',
	'112,34,567',
	'12,34,5678',
	'1.234,567,8',
	'1,2.3',
	'1 2345',
	'1 234 5',
	'--3',
	'-+3',
	'x5',
	'about 12',
	'1/0',
	'3 2/1',
	'3 2/2',
	'〜5'
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
	['12/11/2018', '/2018'],
	['10₂', '_2'],
	['1/2 cup', 'cup'],
	['.1/2', '/2'],
	['10³ m²', 'm2'],
	['3 m^2', 'm2'],
	['3 ㎡', 'm2'],
	['5 º C', '°c'],
	['5 ℃', '°c'],
	['-$5', '$'],
	['$-5', '$'],
	['$ −5', '$'],
	['US$5', 'us$'],
	['5 $US', 'us$'],
	['5 US$', 'us$'],
	['EUR 5', 'eur'],
	['-5 EUR', 'eur'],
	['CHF -5', 'chf'],
	['Rs. 5', 'rs'],
	['￥5', '¥'],
	['%50', '%'],
	['50 ٪', '%'],
	['12, 13', '13']
])('“%s” has the unit “%s”', (text, unit) => {
	expect(readNumber(text)?.unit).toBe(unit);
});

test.each([
	['$5', 5],
	['-$5', -5],
	['$-5', -5],
	['CHF −5', -5],
	['$+5', 5],
	['+$5', 5]
])('“%s” is %d', (text, number) => {
	expect(readNumber(text)?.readings).toEqual([number]);
});

test('reads back every number, also with an exponent', () => {
	const decimal = fc.double({ noNaN: true, noDefaultInfinity: true });
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
		fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,' -+e%x/^*½³€٣·")) })
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
	expect(readNumber('9^999999')).toBeNull();
});

test.each([
	['en', 12.5, '12.5'],
	['fr', 12.5, '12,5'],
	['fr', 2018, '2018'],
	['en', -5, '−5'],
	['en', 1e-7, '0.0000001']
])('in %s %d is written “%s”', (language, number, text) => {
	expect(numberIn(language, number)).toBe(text);
});

test('within a tolerance means by the decimals, not by their binary neighbours', () => {
	expect(0.4 - 0.3 <= 0.1).toBe(false);
	expect(isWithin(0.1, 0.4, 0.3)).toBe(true);
	expect(isWithin(0, 0.1 + 0.2, 0.3)).toBe(true);
	expect(isWithin(0, 1e15 + 1, 1e15)).toBe(false);
	expect(isWithin(0, 2018, 2017.999999)).toBe(false);
	expect(isWithin(0, 1e300, 1e300 * (1 + 8 * Number.EPSILON))).toBe(false);
	expect(isWithin(0, (0.1 + 0.2) * 1e6, 0.3 * 1e6)).toBe(true);
	expect(isWithin(0.3, 0.1 + 0.2, 0)).toBe(true);
	expect(isWithin(1, -3, -4)).toBe(true);
	expect(isWithin(1, -3, 3)).toBe(false);
});
