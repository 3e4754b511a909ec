import { expect, test } from 'vitest';

import { isSlip } from './slip.ts';

test.each([
	['hygeine', 'hygiene'], // swapped
	['macrno', 'macron'],
	['emanuel', 'emmanuel'], // once instead of twice
	['hygiiene', 'hygiene'],
	['genevaa', 'geneva'],
	['aaccord', 'accord'],
	['hygene', 'hygiene'], // missing within
	['hygtiene', 'hygiene'], // one too many within
	['mavron', 'macron'], // the key beside
	['horison', 'horizon'],
	['hprizon', 'horizon'],
	['cyber hygene', 'cyber hygiene'],
	['cyberhygene', 'cyber hygiene'],
	['form of 2018 hygene', 'form of 2018 hygiene']
])('“%s” is a slip of “%s”', (typed, form) => {
	expect(isSlip(typed, form)).toBe(true);
});

test.each([
	['genova', 'geneva'],
	['democrates', 'democraties'],
	['democraties', 'democrates'],
	['micron', 'macron'],
	['gambia', 'zambia'],
	['ireland', 'iceland'],
	['effect', 'affect'],
	['adopt', 'adapt'],
	['angola', 'angela'],
	['complement', 'compliment'],
	['cites', 'cities'],
	['statue', 'statute'],
	['pubic', 'public'],
	['hungry', 'hungary'],
	['korean', 'korea'],
	['country', 'county'],
	['estate', 'state'],
	['stare', 'state'],
	['francais', 'francaise'],
	['cyber hygienes', 'cyber hygiene'],
	['xyber hygiene', 'cyber hygiene'],
	['cybr hygiene', 'cyber hygiene'],
	['cal', 'call'],
	['hygiene', 'hygiene'],
	['дом', 'домы'],
	['москвв', 'москва']
])('“%s” is no slip of “%s”', (typed, form) => {
	expect(isSlip(typed, form)).toBe(false);
});

test('what is known as a word is no slip, unless the form has it', () => {
	expect(isSlip('casual', 'causal', ['casual'])).toBe(false);
	expect(isSlip('a casual link', 'a causal link', ['casual'])).toBe(false);
	expect(isSlip('casual hygeine', 'casual hygiene', ['casual'])).toBe(true);
});
