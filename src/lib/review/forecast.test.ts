import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays } from './day.ts';
import { forecastOf } from './forecast.ts';

const today = '2026-11-25';

test('anything overdue counts for today, and anything after the last day is left out', () => {
	const facts = [-3, 0, 1, 1, 29, 30].map((days) => ({ due: addDays(today, days) }));
	const forecast = forecastOf(facts, today);
	expect(forecast).toHaveLength(30);
	expect(forecast.filter(({ due }) => due > 0)).toEqual([
		{ day: today, due: 2 },
		{ day: '2026-11-26', due: 2 },
		{ day: '2026-12-24', due: 1 }
	]);
});

test('every fact that falls due in time is counted once', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: -40, max: 80 })),
			fc.integer({ min: 1, max: 60 }),
			(days, count) => {
				const facts = days.map((each) => ({ due: addDays(today, each) }));
				const counted = forecastOf(facts, today, count).reduce((sum, { due }) => sum + due, 0);
				expect(counted).toBe(days.filter((each) => each < count).length);
			}
		)
	);
});
