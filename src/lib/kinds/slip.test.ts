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
	['hygitene', 'hygiene'],
	['mavron', 'macron'], // the key beside
	['horison', 'horizon'],
	['hprizon', 'horizon'],
	['horiaon', 'horizon'], // the key above
	['maceon', 'macron'],
	['hofizon', 'horizon'], // the key below
	['horixon', 'horizon'], // the key beside in English alone
	['horiton', 'horizon'], // in German alone
	['hammet', 'hamlet'], // in French alone
	['sedtant', 'sextant'],
	['sestant', 'sextant'],
	['cyber hygene', 'cyber hygiene'],
	['cyberhygene', 'cyber hygiene'],
	['form of 2018 hygene', 'form of 2018 hygiene'],
	['20 18 hygene', '20 18 hygiene']
])('“%s” is a slip of “%s”', (typed, form) => {
	expect(isSlip(typed, form)).toBe(true);
});

test.each([
	['genova', 'geneva'],
	['democrates', 'democraties'],
	['democraties', 'democrates'],
	['micron', 'macron'],
	['macrin', 'macron'],
	['maeron', 'macron'], // two rows apart
	['horidon', 'horizon'], // beside the key above
	['seatant', 'sextant'],
	['mabron', 'macron'], // two keys apart
	['gambia', 'zambia'],
	['ireland', 'iceland'],
	['effect', 'affect'],
	['adopt', 'adapt'],
	['angola', 'angela'],
	['complement', 'compliment'],
	['cites', 'cities'],
	['statue', 'statute'],
	['hygine', 'hygiene'],
	['hygietne', 'hygiene'],
	['ygiene', 'hygiene'],
	['chygiene', 'hygiene'],
	['cyber hygine', 'cyber hygiene'],
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
	['москвв', 'москва'],
	['мосгва', 'москва'],
	['m\u0430cron', 'macron'],
	['macron', 'm\u0430cron']
])('“%s” is no slip of “%s”', (typed, form) => {
	expect(isSlip(typed, form)).toBe(false);
});

test('a known word is no slip, unless it is in the form itself', () => {
	expect(isSlip('casual', 'causal', ['casual'])).toBe(false);
	expect(isSlip('a casual link', 'a causal link', ['casual'])).toBe(false);
	expect(isSlip('casual hygeine', 'casual hygiene', ['casual'])).toBe(true);
});
