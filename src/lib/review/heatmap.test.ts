import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, daysBetween } from './day.ts';
import { HEAT_STEPS, heatmapOf, weekStart } from './heatmap.ts';
import { dayState } from './map-fixtures.ts';

const wednesday = '2026-11-25';

describe('the days of the last weeks', () => {
	test('begin with a Monday and end with today', () => {
		const weeks = heatmapOf([], wednesday, 2);
		expect(weeks.map((week) => week.map(({ day }) => day))).toEqual([
			['16', '17', '18', '19', '20', '21', '22'].map((day) => `2026-11-${day}`),
			['2026-11-23', '2026-11-24', '2026-11-25']
		]);
	});

	test('begin with a Sunday where that is the first day', () => {
		expect(weekStart(wednesday, 7)).toBe('2026-11-22');
		expect(weekStart('2026-11-22', 7)).toBe('2026-11-22');
		expect(weekStart('2026-11-22')).toBe('2026-11-16');
	});

	test('say what was done, and how much that is', () => {
		const given = dayState(wednesday, { answers: 12, right: 9, spent: 60_000 });
		expect(heatmapOf([given], wednesday, 1)[0]?.at(-1)).toEqual({
			day: wednesday,
			heat: 3,
			answers: 12,
			right: 9,
			spent: 60_000
		});
	});

	test('are as warm as their number of answers makes them', () => {
		const heat = (answers: number) =>
			heatmapOf([dayState(wednesday, { answers })], wednesday, 1)[0]?.at(-1)?.heat;
		expect([0, 1, 5, 6, 11, 12, 19, 20, 500].map(heat)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
	});

	test('grow warmer with each step', () => {
		const heats = HEAT_STEPS.flatMap((step) =>
			[step - 1, step].map((answers) => heatmapOf([dayState(wednesday, { answers })], wednesday, 1))
		).map((weeks) => weeks[0]?.at(-1)?.heat);
		expect(heats).toEqual([0, 1, 1, 2, 2, 3, 3, 4]);
	});
});

test('every day up to today appears once, in order, in a week that begins on the right day', () => {
	const anyDay = fc.integer({ min: -20_000, max: 20_000 }).map((days) => addDays('2000-01-01', days));
	fc.assert(
		fc.property(
			anyDay,
			fc.integer({ min: 1, max: 30 }),
			fc.integer({ min: 1, max: 7 }),
			(day, count, first) => {
				const weeks = heatmapOf([], day, count, first);
				const days = weeks.flat().map((each) => each.day);
				expect(weeks).toHaveLength(count);
				expect(days.at(-1)).toBe(day);
				expect(days).toEqual(days.map((_, place) => addDays(day, place - days.length + 1)));
				for (const week of weeks) expect(new Date(week[0]?.day ?? '').getUTCDay()).toBe(first % 7);
				expect(daysBetween(weekStart(day, first), day)).toBeLessThan(7);
			}
		)
	);
});
