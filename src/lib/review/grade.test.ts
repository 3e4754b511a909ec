import fc from 'fast-check';
import { expect, test } from 'vitest';

import { gradeOf, isRight } from './grade.ts';

const answer = { fraction: 1, certainty: null, hinted: false };

test('a right answer is good, and hard where the learner was unsure or read a hint', () => {
	expect(gradeOf(answer)).toBe('good');
	expect(gradeOf({ ...answer, certainty: 3 })).toBe('good');
	expect(gradeOf({ ...answer, certainty: 2 })).toBe('good');
	expect(gradeOf({ ...answer, certainty: 1 })).toBe('hard');
	expect(gradeOf({ ...answer, hinted: true })).toBe('hard');
});

test('a score under 0.6 is again, however sure the learner was', () => {
	expect(gradeOf({ ...answer, fraction: 0.6 })).toBe('good');
	expect(gradeOf({ ...answer, fraction: 0.5999 })).toBe('again');
	expect(gradeOf({ ...answer, fraction: 0.6 - 1e-12 })).toBe('good');
	expect(gradeOf({ ...answer, fraction: 0.6 - 1e-9 })).toBe('good');
	expect(gradeOf({ ...answer, fraction: 0, certainty: 3, hinted: true })).toBe('again');
});

test('a sum of shares counts as what it should be, whatever rounding made of it', () => {
	const part = fc.integer({ min: 1, max: 12 });
	fc.assert(
		fc.property(part, part, fc.nat(12), fc.nat(12), (keys, distractors, right, wrong) => {
			const enough = 5 * (right * distractors - wrong * keys) >= 3 * keys * distractors;
			expect(isRight({ fraction: right / keys - wrong / distractors })).toBe(enough);
		})
	);
});
