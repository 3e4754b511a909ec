import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fold, isOneSlipApart, squeeze } from './fold.ts';

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
	['g2', 'g7', false],
	['2108', '2018', false],
	['form of 2018', 'forms of 2018', true],
	['form 1 5', 'form 15', false],
	['a1bcde', '1abcde', false]
])('“%s” and “%s”: %s', (one, other, apart) => {
	expect(isOneSlipApart(one, other)).toBe(apart);
	expect(isOneSlipApart(other, one)).toBe(apart);
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
