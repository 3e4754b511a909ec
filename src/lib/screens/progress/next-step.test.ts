import { describe, expect, it } from 'vitest';

import type { Advice } from '#lib/review/advice.ts';

import { addresses } from './fixtures.ts';
import { nextStepFor } from './next-step.ts';

const today = '2026-11-25';

describe('what to do next', () => {
	it.each<[Advice, string, string, string]>([
		[
			{ code: 'begin', point: 1 },
			'Begin with point 1: a short reading, then its questions.',
			'Begin with point 1',
			'/course/learn/1'
		],
		[
			{ code: 'begin', point: 0 },
			'Begin with the course as a whole: a short reading, then its questions.',
			'Begin with the course as a whole',
			'/course/learn/0'
		],
		[{ code: 'review', facts: 1 }, 'One fact is due today.', 'Review what is due', '/course/review'],
		[{ code: 'review', facts: 7 }, '7 facts are due today.', 'Review what is due', '/course/review'],
		[
			{ code: 'learn', point: 2, facts: 3 },
			'Nothing is due. Point 2 has 3 facts that you have not seen yet.',
			'Go on with point 2',
			'/course/learn/2'
		],
		[
			{ code: 'learn', point: 0, facts: 1 },
			'Nothing is due. One fact about the course as a whole is left to see.',
			'Go on with the whole',
			'/course/learn/0'
		],
		[
			{ code: 'fading', facts: 2 },
			'Nothing is due, but 2 facts are fading.',
			'Practise',
			'/course/practice/adaptive'
		],
		[
			{ code: 'mistakes', items: 2 },
			'Nothing is due. 2 questions went wrong the last time you saw them.',
			'Redo mistakes',
			'/course/practice/mistakes'
		],
		[
			{ code: 'mastered', day: '2027-01-05' },
			'Every fact is mastered. The first comes back on Tuesday, 5 January 2027.',
			'Take a mixed test',
			'/course/practice/mixed'
		],
		[
			{ code: 'rest', day: '2026-12-03' },
			'Done until Thursday 3 December.',
			'Practise all the same',
			'/course/practice/adaptive'
		]
	])('is told for %o', (advice, text, label, address) => {
		expect(nextStepFor(advice, addresses, today)).toEqual({
			text,
			label,
			address,
			optional: advice.code === 'rest' || advice.code === 'mastered'
		});
	});
});
