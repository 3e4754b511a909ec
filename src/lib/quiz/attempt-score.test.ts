import { expect, test } from 'vitest';

import { answer, check, formWith, next, play } from './fixtures.ts';
import { attemptScoreOf, tallyByPoint } from './attempt-score.ts';

const points: Record<string, number> = { a: 2, b: 0, c: 2 };
const pointOf = (item: string) => points[item] ?? 1;

const finished = play(formWith(), [answer(1), check, next, answer(0.5), check, next, answer(0), check, next]);

const none = { right: 0, partlyOrWrong: 0, unreadable: 0, unanswered: 0, gone: 0 };

test('the items of each point are tallied, by point', () => {
	expect(tallyByPoint(finished.context, pointOf)).toEqual([
		{ ...none, point: 0, earned: 0.5, possible: 1, partlyOrWrong: 1 },
		{ ...none, point: 2, earned: 1, possible: 2, right: 1, partlyOrWrong: 1 }
	]);
});

test('what is no longer in the course has no point', () => {
	const closing = { at: 3000, by: 'learner', gone: ['b'], answers: [] } as const;
	const grades = { a: { state: 'unanswered' }, c: { state: 'unanswered' } } as const;
	const { context } = play(formWith({ behaviour: 'exam' }), [{ type: 'finish' }, { type: 'submit' }], {
		type: 'graded',
		grades,
		closing: { ...closing, gone: ['b'], answers: [] }
	});
	const never = (item: string) => {
		if (item === 'b') throw new Error('It is gone.');
		return pointOf(item);
	};
	expect(tallyByPoint(context, never)).toEqual([
		{ ...none, point: 2, earned: 0, possible: 2, unanswered: 2 }
	]);
});

test('the score of an attempt is their sum, with the moment of finishing', () => {
	expect(finished.matches('finished')).toBe(true);
	expect(attemptScoreOf(finished.context, pointOf)).toEqual({
		at: 9000,
		total: { earned: 1.5, possible: 3 },
		points: [
			{ point: 0, earned: 0.5, possible: 1 },
			{ point: 2, earned: 1, possible: 2 }
		]
	});
});

test('certainty counts in it, even below zero', () => {
	const sure = { type: 'certain', certainty: 3 } as const;
	const { context } = play(formWith({ behaviour: 'certainty', items: ['a'] }), [
		answer(0),
		sure,
		check,
		next
	]);
	expect(attemptScoreOf(context, pointOf).total).toEqual({ earned: -6, possible: 3 });
});
