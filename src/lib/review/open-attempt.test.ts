import { describe, expect, test } from 'vitest';

import { newRecord, type AttemptRecord } from '#lib/quiz/record.ts';

import { DAY, NOON } from './map-fixtures.ts';
import { openAttempt } from './open-attempt.ts';

describe('an attempt to go on with', () => {
	const MINUTE = 60_000;
	const begun = (
		given: Partial<AttemptRecord>,
		form: Partial<AttemptRecord['form']> = {}
	): AttemptRecord => ({
		...newRecord({
			id: 'one',
			form: {
				...{ primer: 'course', seed: 's', behaviour: 'practice', minutes: null, extraTime: 1 },
				...{ items: ['a', 'b', 'c'], ...form }
			},
			address: '?seed=s',
			startedAt: NOON - MINUTE
		}),
		...given
	});
	const timed = { behaviour: 'exam', minutes: 10 } as const;
	const ended = { at: NOON, total: { earned: 1, possible: 1 }, points: [] };

	test('none, where nothing was begun or all has ended', () => {
		expect(openAttempt([], NOON)).toBeUndefined();
		expect(openAttempt([begun({ outcome: ended })], NOON)).toBeUndefined();
	});

	test('a quiz, with what is left of it and where it goes on', () => {
		expect(openAttempt([begun({ done: 1 })], NOON)).toEqual({
			...{ code: 'go-on', isExam: false, left: 2, total: 3, address: '?seed=s', endsAt: null }
		});
		expect(openAttempt([begun({ done: 9 })], NOON)?.left).toBe(0);
	});

	test('the one that was answered last, but first an exam whose time runs', () => {
		const older = begun({ address: '?older', updatedAt: NOON - 9 * MINUTE });
		const newer = begun({ address: '?newer', updatedAt: NOON - 2 * MINUTE });
		const exam = begun(
			{ address: '?exam', startedAt: NOON - 5 * MINUTE, updatedAt: NOON - 5 * MINUTE },
			timed
		);
		expect(openAttempt([older, newer], NOON)?.address).toBe('?newer');
		expect(openAttempt([older, newer, exam], NOON)).toMatchObject({
			...{ address: '?exam', isExam: true, endsAt: NOON + 5 * MINUTE }
		});
	});

	test('no exam whose time is over, extra time counted', () => {
		const at = (extraTime: number) =>
			openAttempt([begun({ startedAt: NOON - 12 * MINUTE }, { ...timed, extraTime })], NOON);
		expect(at(1)).toBeUndefined();
		expect(at(1.5)?.endsAt).toBe(NOON + 3 * MINUTE);
	});

	test('none that was left for a week', () => {
		expect(openAttempt([begun({ updatedAt: NOON - 6 * DAY })], NOON)).toBeDefined();
		expect(openAttempt([begun({ updatedAt: NOON - 7 * DAY })], NOON)).toBeUndefined();
	});
});
