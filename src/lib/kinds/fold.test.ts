import fc from 'fast-check';
import { expect, test } from 'vitest';

import { difference, fold, isOneSlipApart, ignoredCharacters, squeeze } from './fold.ts';

test.each([
	['Émile', 'emile'],
	['Œuvre', 'oeuvre'],
	['STRAẞE', 'strasse'],
	['Ærøskøbing', 'aeroskobing'],
	['Łódź', 'lodz'],
	['Þór', 'thor'],
	['İstanbul ılık', 'istanbul ilik'],
	['ΟΔΟΣ', 'οδοσ'],
	['ﬁnance', 'finance'],
	['ＮＡＴＯ', 'nato'],
	['  cyber-security \n now! ', 'cyber security now'],
	['cyber\u00adspace', 'cyberspace'],
	['l’appel «de» Paris…', 'l appel de paris'],
	['5 − 3', '5 3'],
	['C++', 'c++'],
	['C#', 'c#'],
	['−5', '−5'],
	['x = - 5', 'x = −5'],
	['A-', 'a−'],
	['Cl⁻', 'cl^−'],
	['COVID-19', 'covid 19'],
	['2018-2019', '2018 2019'],
	['1 ≠ 2', '1 ≠ 2'],
	['x ∉ A', 'x ∉ a'],
	['10²', '10^2'],
	['x₁₂', 'x12'],
	['10₂', '10_2'],
	['½', '1⁄2'],
	['1½', '1 1⁄2'],
	['12/11/2018', '12 11 2018'],
	['and/or', 'and or'],
	['2 x 3', '2×3'],
	['1,000', '1000'],
	['1.234.567', '1234567'],
	['12 345', '12345'],
	['12,34,567', '1234567'],
	['1,234.5', '1234 5'],
	['2018 100', '2018 100'],
	['１２', '12'],
	['१२', '12'],
	['50 %', '50'],
	['サーバー', 'サーバー'],
	['€5', '€5'],
	['سَلَام', 'سلام'],
	['が', 'が'],
	['की', 'की'],
	['한글', '한글'],
	['?!…', '']
])('“%s” folds to “%s”', (text, folded) => {
	expect(fold(text)).toBe(folded);
});

test.each([
	['U.S.', 'us'],
	['cyber-hygiene', 'cyberhygiene'],
	['New York', 'newyork'],
	['12 November 2018', '12november2018'],
	['1 5', '1 5'],
	['3.5', '3 5']
])('“%s” is compared as “%s”', (text, squeezed) => {
	expect(squeeze(text)).toBe(squeezed);
});

test.each([
	['1 = 2', '1 ≠ 2'],
	['x < 2', 'x > 2'],
	['x ∈ A', 'x ∉ A'],
	['C', 'C#'],
	['C', 'C++'],
	['5', '-5'],
	['102', '10²'],
	['x2', 'x²'],
	['12', '1/2'],
	['1 2', '½'],
	['11/2', '1½'],
	['€5', '5'],
	['B', 'B♭'],
	['A', 'A-'],
	['サバ', 'サーバー'],
	['RD', 'R&D'],
	['53', '5/3']
])('“%s” is not “%s”', (one, other) => {
	expect(squeeze(one)).not.toBe(squeeze(other));
});

test.each([
	['1,000', '1000'],
	['1 000', '1000'],
	["1'000", '1.000'],
	['½', '1/2'],
	['1½', '1 1/2'],
	['10²', '10^2'],
	['−5', '- 5'],
	['–5', '-5'],
	['3.5', '3,5'],
	['5° C', '5 c'],
	['1≠2', '1 ≠ 2'],
	['don’t', "don't"],
	['１／２', '1⁄2'],
	['CO₂', 'co2'],
	['2 × 3', '2*3']
])('“%s” is “%s”', (one, other) => {
	expect(squeeze(one)).toBe(squeeze(other));
});

test.each([
	['50 %', ['%']],
	['90°', ['°']],
	['about -5', ['-']],
	['.NET', ['.']],
	['the .NET', ['.']],
	['3.net', []],
	['5!', ['!']],
	['C#', []],
	['-5', []],
	['U.S.A. (1/2), “x-ray”!', []]
])('“%s” loses %j', (text, ignored) => {
	expect(ignoredCharacters(text)).toEqual(ignored);
});

test.each([
	// Digits in groups are one number, wherever it appears.
	['1,234', '1234'],
	['in 12.345 days', 'in 12345 days'],
	["(123'456)", '123456'],
	['1,234,567', '1234567'],
	['a1 234', 'a1234'],
	['1,234.567', '1234 567'],
	['12,34,567', '1234567'],
	['in 1,23,456 days', 'in 123456 days'],
	['12,34,56,789', '123456789'],
	// What looks like them but is not.
	['0,123', '0 123'],
	['1234,567', '1234 567'],
	['1,2345', '1 2345'],
	['1,234,5', '1 234 5'],
	['1,234,56', '1 234 56'],
	['1,234 5', '1 234 5'],
	["1,234'5", '1 234 5'],
	['5 1,234', '5 1 234'],
	['5.1,234', '5 1 234'],
	['1.2.345', '1 2 345'],
	['1,234.567,890', '1234 567 890'],
	['12.34.567', '12 34 567'],
	['112,34,567', '112 34 567'],
	['0,12,34,567', '0 12 34 567'],
	['12,34 567', '12 34 567'],
	['12,34,5678', '12 34 5678'],
	['12,34,567,8', '12 34 567 8'],
	['12,34,567 8', '12 34 567 8'],
	['5 12,34,567', '5 12 34 567'],
	// One division is a fraction, two are a date.
	['10/12', '10⁄12'],
	['10 / 12 cups', '10⁄12 cups'],
	['12/11/2018', '12 11 2018'],
	['12/11/ 2018', '12 11 2018'],
	// A dash before a number is a minus, and so is one after a short name.
	['- 5', '−5'],
	['3 - 5', '3 5'],
	['up -5', 'up 5'],
	['10^-n', '10^−n'],
	['A-', 'a−'],
	['(Cl-)', 'cl−'],
	['A- B', 'a− b'],
	['abc-', 'abc'],
	['2B-', '2b'],
	['A-1', 'a 1'],
	['x-ray', 'x ray']
])('“%s” is folded to “%s”', (text, folded) => {
	expect(fold(text)).toBe(folded);
});

test('whatever is between words becomes one space', () => {
	expect(fold('5° C')).toBe('5 c');
	expect(fold(' a® – b ')).toBe('a b');
});

test('a folded text folds to itself', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)),
		{ numRuns: 2000 }
	);
});

test.each([
	['hygene', 'hygiene', true], // missing
	['hygiiene', 'hygiene', true], // extra
	['hygiene', 'hygiena', true], // wrong
	['hygeine', 'hygiene', true], // swapped
	['hygiene', 'hygiene', false],
	['hyeigne', 'hygiene', false], // swapped over two
	['hygn', 'hygiene', false],
	['g20', 'g2', false],
	['ab', 'bac', false], // swapped, and one extra
	['g2', 'g7', false],
	['20x18', '2018', false],
	['2108', '2018', false],
	['form of 2018', 'forms of 2018', true],
	['form 1 5', 'form 15', false],
	['a1bcde', '1abcde', false]
])('“%s” and “%s”: %s', (one, other, apart) => {
	expect(isOneSlipApart(one, other)).toBe(apart);
	expect(isOneSlipApart(other, one)).toBe(apart);
});

test('a difference is what remains between a common beginning and a common end', () => {
	const letters = fc.array(fc.constantFrom('a', 'b'), { maxLength: 6 });
	fc.assert(
		fc.property(letters, letters, (one, other) => {
			const [here, there, start] = difference(one, other);
			expect(one.slice(0, start)).toEqual(other.slice(0, start));
			expect(one.slice(start + here.length)).toEqual(other.slice(start + there.length));
			expect(one.slice(start, start + here.length)).toEqual(here);
			expect(other.slice(start, start + there.length)).toEqual(there);
			if (here.length === 0 || there.length === 0) return;
			expect(here[0]).not.toBe(there[0]);
			expect(here.at(-1)).not.toBe(there.at(-1));
		})
	);
	expect(difference(['a', 'b'], ['a', 'b'])).toEqual([[], [], 2]);
});

test('agrees with the optimal string alignment distance', () => {
	const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
	fc.assert(
		fc.property(word, word, (one, other) => {
			expect(isOneSlipApart(one, other)).toBe(alignment(one, other) === 1);
		}),
		{ numRuns: 5000 }
	);
});

/** The optimal string alignment distance by its recursive definition. */
function alignment(one: string, other: string): number {
	if (one === '' || other === '') return one.length + other.length;
	const [a, b] = [one.slice(0, -1), other.slice(0, -1)];
	const swapped =
		one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1);
	return Math.min(
		alignment(a, other) + 1,
		alignment(one, b) + 1,
		alignment(a, b) + (one.at(-1) === other.at(-1) ? 0 : 1),
		swapped ? alignment(one.slice(0, -2), other.slice(0, -2)) + 1 : Infinity
	);
}

test('a text is read alike whether or not all of its characters are simple ones', () => {
	const units = Array.from("aÉœZ09 -/*.,'’`°‘%+#(ª²½−x");
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...units), maxLength: 12 }), (text) => {
			// Nobody sees a soft hyphen, and with one in it a text is not simple.
			expect(fold(`${text}\u00ad`)).toBe(fold(text));
		}),
		{ numRuns: 1000 }
	);
});
