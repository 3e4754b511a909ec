import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from './day.ts';
import { dayState } from './map-fixtures.ts';
import type { DayState } from './state.ts';
import { streakOf } from './streak.ts';

const today = '2026-11-25';
const ago = (days: number) => addDays(today, -days);
const studied = (...days: number[]) => days.map((each) => dayState(ago(each)));

describe('days in a row', () => {
	test('begin with one review', () => {
		expect(streakOf([], [], today)).toEqual({ length: 0, today: false, forgiven: null, longest: 0 });
		expect(streakOf(studied(0), [], today)).toEqual({ length: 1, today: true, forgiven: null, longest: 1 });
	});

	test('are not broken by today while it lasts', () => {
		expect(streakOf(studied(3, 2, 1), [], today)).toMatchObject({ length: 3, today: false, forgiven: null });
	});

	test('are not broken by days with nothing due', () => {
		const days = [...studied(20), dayState(ago(19), { nextDue: ago(1) }), ...studied(1, 0)];
		expect(streakOf(days, [], today)).toMatchObject({ length: 4, forgiven: null });
	});

	test('forgive one missed day of any seven', () => {
		expect(streakOf(studied(4, 3, 1, 0), [], today)).toMatchObject({ length: 4, forgiven: ago(2) });
		expect(streakOf(studied(9, 7, 6, 5, 4, 3, 2, 0), [], today)).toMatchObject({
			length: 8,
			forgiven: ago(1)
		});
	});

	test('go on after the earlier of two missed days that are close', () => {
		expect(streakOf(studied(9, 7, 6, 5, 4, 3, 1, 0), [], today)).toMatchObject({ length: 7, longest: 7 });
	});

	test('end with two missed days together, and the longest is remembered', () => {
		expect(streakOf(studied(6, 5, 4), [], today)).toEqual({
			length: 0,
			today: false,
			forgiven: null,
			longest: 3
		});
		expect(streakOf(studied(6, 5, 4, 0), [], today)).toMatchObject({ length: 1, longest: 3, forgiven: null });
	});

	test('are not broken by what cannot be asked any more, as long as it may have been all', () => {
		const resting = [dayState(ago(9), { nextDue: ago(7) }), ...studied(1)];
		expect(streakOf(resting, [], today).length).toBe(1);
		expect(streakOf(resting, [{ due: ago(7) }], today).length).toBe(2);
		expect(streakOf(resting, [{ due: ago(6) }], today).length).toBe(1);
	});

	test('miss no day before the last, whatever was overdue by then', () => {
		const days = [dayState(ago(3), { nextDue: ago(9) }), ...studied(1)];
		expect(streakOf(days, [], today)).toMatchObject({ length: 2, forgiven: ago(2) });
	});

	test('are not those on which nothing was answered', () => {
		const [first, idle, last] = [dayState(ago(2)), dayState(ago(1), { answers: 0 }), dayState(today)];
		expect(streakOf([first, idle, last], [], today)).toMatchObject({ length: 2, forgiven: ago(1) });
	});

	test('ignore days still to come, left by a clock that was set back', () => {
		expect(streakOf(studied(1, 0, -3), [], today)).toMatchObject({ length: 2, longest: 2 });
	});
});

/** Days of the last ten weeks: on some there was study, after which nothing was due for some days. */
const history = fc
	.uniqueArray(fc.tuple(fc.nat(70), fc.integer({ min: 1, max: 4 })), { selector: ([day]) => day })
	.map((days) => days.map(([day, due]) => dayState(ago(day), { nextDue: addDays(ago(day), due) })));

/** The same, by looking back day by day and at every seven days. */
function lookingBack(days: DayState[], until: string): number {
	const active = new Map(days.map((each) => [each.day, each]));
	const missed: string[] = [];
	let length = 0;
	for (let day = until; day >= ago(70); day = addDays(day, -1)) {
		const last = [...active.keys()]
			.sort()
			.filter((each) => each < day)
			.at(-1);
		const isDue = last !== undefined && (active.get(last)?.nextDue ?? day) <= day;
		if (active.has(day)) length += 1;
		else if (day !== until && isDue) {
			if (missed.some((each) => addDays(day, 7) > each)) break;
			missed.push(day);
		}
	}
	return length;
}

test('no seven of the days in a row hold two missed days', () => {
	fc.assert(
		fc.property(history, (days) => {
			expect(streakOf(days, [], today).length).toBe(lookingBack(days, today));
		})
	);
});

test('the order in which days are given changes nothing, and no row is longer than the longest', () => {
	fc.assert(
		fc.property(history, (days) => {
			const streak = streakOf(days, [], today);
			expect(streakOf([...days].reverse(), [], today)).toEqual(streak);
			expect(streak.longest).toBeGreaterThanOrEqual(streak.length);
			expect(streak.longest).toBeLessThanOrEqual(days.length);
		})
	);
});

test('an answer today never makes a row shorter', () => {
	fc.assert(
		fc.property(history, (days) => {
			const before = days.filter(({ day }) => day < today);
			const streak = streakOf(before, [], today);
			expect(streakOf([...before, dayState(today)], [], today)).toMatchObject({
				length: streak.length + 1,
				today: true
			});
		})
	);
});
