import { describe, expect, test } from 'vitest';

import { answer, check, formWith, play, type LearnerAction } from './fixtures.ts';
import { leavesQuestion } from './leaving.ts';

const exam = formWith({ behaviour: 'exam' });
const warn: LearnerAction = { type: 'warn', malformation: 'not-a-number' };
const leaving = ['next', 'back', 'go', 'finish'] as const;

describe('an answer that is checked later', () => {
	test.each(leaving)('is left by %s', (type) => {
		expect(leavesQuestion(play(exam, [answer('x')]), { type })).toBe(true);
	});

	test.each(['answer', 'flag', 'submit', 'tick', 'elsewhere'] as const)('is not left by %s', (type) => {
		expect(leavesQuestion(play(exam, [answer('x')]), { type })).toBe(false);
	});

	test('can be left once the learner was warned of it, but not of another answer', () => {
		const warned = play(exam, [answer('x'), warn]);
		expect(leavesQuestion(warned, { type: 'next' })).toBe(false);
		expect(leavesQuestion(warned, { type: 'next' }, true)).toBe(true);
		expect(leavesQuestion(play(exam, [answer('x'), warn, answer('y')]), { type: 'next' })).toBe(true);
	});

	test('cannot be left again in the overview', () => {
		expect(leavesQuestion(play(exam, [{ type: 'finish' }]), { type: 'go' })).toBe(false);
	});
});

test('an answer that is checked at once is not left unread', () => {
	expect(leavesQuestion(play(formWith(), [answer(1)]), { type: 'finish' })).toBe(false);
	expect(leavesQuestion(play(formWith(), [answer('x'), check]), { type: 'finish' })).toBe(false);
});
