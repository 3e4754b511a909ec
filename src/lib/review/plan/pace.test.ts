import { expect, test } from 'vitest';

import { paceOf } from './pace.ts';

test('a learner’s pace is the time of their recent days over their answers, from 10 to 90 seconds', () => {
	expect(paceOf([])).toBe(30_000);
	expect(paceOf([{ answers: 0, spent: 0 }])).toBe(30_000);
	const days = [
		{ answers: 10, spent: 200_000 },
		{ answers: 30, spent: 400_000 }
	];
	expect(paceOf(days)).toBe(15_000);
	expect(paceOf([{ answers: 10, spent: 20_000 }])).toBe(10_000);
	expect(paceOf([{ answers: 1, spent: 3_600_000 }])).toBe(90_000);
});
