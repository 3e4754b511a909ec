import { describe, expect, it } from 'vitest';

import type { Advice } from '#lib/review/advice.ts';
import type { OpenAttempt } from '#lib/review/open-attempt.ts';

import { addresses } from './fixtures.ts';
import { nextStepFor } from './next-step.ts';
import { todayStepFor } from './today-step.ts';

const today = '2026-11-25';

const begun = (given: Partial<OpenAttempt>): OpenAttempt => ({
	...{ code: 'go-on', isExam: false, left: 1, total: 3, address: '?seed=s', endsAt: null },
	...given
});

describe('what to do now', () => {
	it.each<[OpenAttempt, string, string, string]>([
		[
			begun({ left: 7, total: 12 }),
			'You have begun a quiz: 7 of its 12 questions are left.',
			'Go on with your quiz',
			'/course/quiz?seed=s'
		],
		[
			begun({ left: 1, total: 12, isExam: true }),
			'You have begun an exam: 1 of its 12 questions is left.',
			'Go on with your exam',
			'/course/quiz?seed=s'
		],
		[
			begun({ left: 0 }),
			'You have gone through all questions of a quiz: only its end is left.',
			'Go on with your quiz',
			'/course/quiz?seed=s'
		],
		[
			begun({ left: 0, isExam: true }),
			'You have gone through all questions of an exam: it is left to hand in.',
			'Go on with your exam',
			'/course/quiz?seed=s'
		]
	])('is told for %o', (attempt, text, label, address) => {
		expect(todayStepFor(attempt, addresses, today)).toEqual({ text, label, address, optional: false });
	});

	it('is what comes next where nothing was begun', () => {
		const advice: Advice = { code: 'rest', day: '2026-12-03' };
		expect(todayStepFor(advice, addresses, today)).toEqual(nextStepFor(advice, addresses, today));
	});
});
