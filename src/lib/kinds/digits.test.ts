import fc from 'fast-check';
import { expect, test } from 'vitest';

import { plain } from './digits.ts';

test.each([
	['10²', '10^2'],
	['x⁻¹', 'x^-1'],
	['10₂', '10_2'],
	['10²³', '10^23'],
	['10₂₃', '10_23'],
	['(x)²', '(x)^2'],
	['CO₂', 'CO2'],
	['1½', '1 1/2'],
	['½', '1/2'],
	['５', '5'],
	['٣٪', '3%'],
	['१२', '12'],
	['20\u200b18', '2018'],
	['\u3164', ''],
	['a\u2800b', 'a b'],
	['  a \u00a0 b ', 'a b'],
	['– 5', '- 5'],
	['〜5', '〜5'],
	['ー5', '-5'],
	['(ー5)', '(-5)'],
	['サー5', 'サー5'],
	['サーバー', 'サーバー'],
	['5 ˚C', '5 °C'],
	['5º', '5°'],
	['Nº 5', 'No 5'],
	['6∕7', '6/7'],
	['it’s ´here`', "it's 'here'"],
	['➕1', '+1']
])('“%s” is written “%s”', (text, written) => {
	expect(plain(text)).toBe(written);
});

test('a digit of any script has its value', () => {
	// The zeros of ASCII, Arabic, Bengali, Thai, Tibetan, full width, and mathematical bold.
	const zeros = [0x30, 0x660, 0x9e6, 0xe50, 0xf20, 0xff10, 0x1d7ce];
	fc.assert(
		fc.property(fc.constantFrom(...zeros), fc.nat({ max: 9 }), (zero, value) => {
			expect(plain(String.fromCodePoint(zero + value))).toBe(String(value));
		})
	);
});
