import { describe, expect, test } from 'vitest';

import type { Score } from '#lib/kinds/score.ts';

import { scoredAt } from './fixtures.ts';
import { newEntry, type Entry } from './entry.ts';
import type { Closing, Grades } from './grades.ts';
import { gradedEntry } from './grading.ts';

const given = { ...newEntry(), response: 'here', answeredAt: 5, flagged: true };

function graded(score: Score | undefined, closing?: Partial<Closing>, entry: Entry = given) {
	const grades: Grades = score ? { a: score } : {};
	const whole: Closing | undefined = closing && { at: 9, by: 'time', gone: [], answers: [], ...closing };
	return gradedEntry('a', entry, { type: 'graded', grades, closing: whole }, 99);
}

const kept = (response: unknown) => ({ answers: [{ item: 'a', response, at: 5 }] });

test('an entry is settled with its score', () => {
	expect(graded(scoredAt(0.5), kept('here'))).toEqual({
		...given,
		status: 'settled',
		scoredAt: 9,
		tries: [{ response: 'here', score: scoredAt(0.5) }]
	});
});

test('what is not scored has no moment of scoring, and an answer to another item is not taken for its answer', () => {
	expect(graded({ state: 'unanswered' }, kept('here'))).toMatchObject({ scoredAt: null, tries: [] });
	const answers = [{ item: 'b', response: 'there', at: 3 }, ...kept('here').answers];
	expect(graded(scoredAt(1), { answers })).toMatchObject({ response: 'here', answeredAt: 5, late: false });
});

describe('where the server had something else', () => {
	test('that counts as the answer, and the one here came late', () => {
		expect(graded(scoredAt(1), kept('there'))).toMatchObject({
			response: 'there',
			late: true,
			tries: [{ response: 'there' }]
		});
		expect(graded({ state: 'unanswered' }, {})).toMatchObject({ response: null, late: true, tries: [] });
	});

	test('nothing came late where nothing was given here', () => {
		for (const response of [null, ''])
			expect(graded(scoredAt(1), kept('there'), { ...newEntry(), response })).toMatchObject({
				response: 'there',
				late: false
			});
	});
});

test('why there is no mark is kept: the item is gone, or the answer could not be read', () => {
	expect(graded(undefined, { ...kept('here'), gone: ['a'] }).ungraded).toBe('gone');
	expect(graded({ state: 'malformed', malformation: 'other-unit' }, kept('here')).ungraded).toBe(
		'other-unit'
	);
	expect(graded({ state: 'unanswered' }, {}).ungraded).toBeNull();
});

test('an exam from before servers kept them is graded as it stands', () => {
	expect(graded(scoredAt(1))).toMatchObject({
		response: 'here',
		late: false,
		scoredAt: 99,
		tries: [{ response: 'here' }]
	});
});

test('a name that every object has is no grade', () => {
	const entry = gradedEntry('constructor', given, { type: 'graded', grades: {} }, 99);
	expect(entry.tries).toEqual([]);
});
