import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readOptions } from '#lib/quiz/read-options.ts';

import { noticeWords } from './notice-words.ts';

const offer = { points: [1, 2, 3], items: ['one', 'two', 'three', 'four'], kept: ['three', 'four'] };
const noticesOf = (query: string) => readOptions(new URLSearchParams(query), offer).notices.map(noticeWords);

test.each([
	['behaviour=cheat', 'There is no behaviour “cheat”; this is practice.'],
	['order=abc', 'There is no order “abc”; the questions are mixed.'],
	['points=1,9', '“9” under “points” is not in this course, so it was left out.'],
	['points=1,8,9', '“8”, “9” under “points” are not in this course, so they were left out.'],
	['n=ten', '“ten” under “n” is not a number, so it was left out.'],
	['n=1.6', '“n” is a whole number; 1.6 was read as 2.'],
	['extra=100', '“extra” goes from 1 to 4; 100 was read as 4.'],
	['seed=a b', 'The seed is a word of up to 64 letters and digits; another one was drawn.'],
	['items=one,three', '“three” is asked in exams alone, so it was left out.'],
	['items=three,one,four', '“three”, “four” are asked in exams alone, so they were left out.'],
	['colour=red&a=1', 'There is no option “colour”, “a”, so it was left out.']
])('%s', (query, words) => {
	expect(noticesOf(query)).toEqual([words]);
});

test('that a course serves nothing but exams', () => {
	const { notices } = readOptions(new URLSearchParams('behaviour=retry'), { ...offer, examsAlone: true });
	expect(notices.map(noticeWords)).toEqual([
		'The questions of this course are for exams alone, so this is an exam.'
	]);
});

test('much of it, without repeating all', () => {
	const text = fc.string({ unit: 'binary', minLength: 41, maxLength: 200 });
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.constantFrom('points', 'n', 'x', 'kinds'), text)), (pairs) => {
			for (const words of noticesOf(new URLSearchParams(pairs).toString())) {
				expect(words.length).toBeLessThan(400);
			}
		})
	);
});
