import { expect, test } from 'vitest';

import { paceOf, sessionLength } from './pace.ts';

test('a learner’s pace is the time of their recent days over their answers, and what an explanation takes to read', () => {
	expect(paceOf([])).toBe(40_000);
	expect(paceOf([{ answers: 0, spent: 0 }])).toBe(40_000);
	const days = [
		{ answers: 10, spent: 200_000 },
		{ answers: 30, spent: 400_000 }
	];
	expect(paceOf(days)).toBe(30_000);
	expect(paceOf([{ answers: 10, spent: 20_000 }])).toBe(25_000);
	expect(paceOf([{ answers: 1, spent: 3_600_000 }])).toBe(105_000);
});

test('an item takes ten seconds at least and ninety at most, and its explanation fifteen', () => {
	const paceAt = (spent: number) => paceOf([{ answers: 1, spent }]);
	expect([0, 9_999, 10_000, 10_001].map(paceAt)).toEqual([25_000, 25_000, 25_000, 25_001]);
	expect([89_999, 90_000, 90_001].map(paceAt)).toEqual([104_999, 105_000, 105_000]);
});

test('a session has as many whole items as eight minutes hold', () => {
	const lengthAt = (spent: number) => sessionLength([{ answers: 1, spent }]);
	expect([10_000, 25_000, 33_000, 33_001, 90_000].map(lengthAt)).toEqual([19, 12, 10, 9, 4]);
});

test('a session takes ten minutes at that pace, where a fifth of it is asked again', () => {
	expect(sessionLength([])).toBe(12);
	for (const spent of [5_000, 20_000, 60_000, 100_000]) {
		const days = [{ answers: 1, spent }];
		const minutes = (sessionLength(days) * paceOf(days) * 1.25) / 60_000;
		expect(minutes).toBeLessThanOrEqual(10);
		expect(minutes).toBeGreaterThan(8);
	}
});
