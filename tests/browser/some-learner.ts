import type { KindName } from '#lib/kinds/index.ts';
import { addDays } from '#lib/review/day.ts';
import { DAY, dayState, factState, NOON } from '#lib/review/map-fixtures.ts';
import { outlineOf } from '#lib/review/outline-of.ts';
import { masteryLevels, type FactState } from '#lib/review/state.ts';

import { course } from './course.ts';
import type { Seed } from './seed-study.ts';

/** The day of {@link NOON}, by the clock of the tests. */
export const today = '2026-11-25';

const primer = course.primer.id;
const studied = outlineOf(course).facts;
const kinds: KindName[] = ['single-choice', 'ordering', 'cloze'];

/** The facts of the course that a learner can come to know. */
export const total = studied.length;

function stateOf(fact: string, place: number, given: Partial<FactState> = {}): FactState {
	const level = masteryLevels[place % masteryLevels.length] ?? 'seen';
	const stability = [1.5, 4, 12, 45][place % masteryLevels.length] ?? 1;
	return factState(fact, {
		primer,
		level,
		memory: { stability, difficulty: 5, at: NOON - Math.round(stability * (place % 3) * 0.6 * DAY) },
		due: addDays(today, (place % 9) - 2),
		kinds: level === 'seen' ? [] : kinds.slice(0, place % masteryLevels.length),
		reviews: 3 + (place % 5),
		lapses: place % 3,
		...given
	});
}

const days = [90, 60, 41, 40, 38, 30, 22, 21, 20, 9, 8, 7, 6, 4, 3, 2, 1].map((ago, place) =>
	dayState(addDays(today, -ago), { primer, answers: 1 + ((place * 7) % 25), right: 1 + ((place * 5) % 20) })
);
const sound = days.map((day) => ({ ...day, right: Math.min(day.right, day.answers) }));

/** A learner who has studied the first three points and has facts at every level, some due and others fading. */
export const inTheMiddle: Seed = {
	facts: studied
		.filter(({ point }) => point > 0 && point <= 3)
		.map(({ id }, place) =>
			stateOf(id, place, place === 3 ? { memory: { stability: 1, difficulty: 5, at: NOON - 60 * DAY } } : {})
		),
	days: sound
};

/** A learner who has seen everything, and has nothing to do until Thursday 3 December. */
export const atRest: Seed = {
	facts: studied.map(({ id }, place) => stateOf(id, place, { due: '2026-12-03', lapses: 0 })),
	days: sound
};

/** A learner who has mastered every fact. */
export const mastered: Seed = {
	facts: studied.map(({ id }) =>
		factState(id, { primer, level: 'mastered', due: '2027-02-01', kinds: ['cloze', 'ordering'] })
	),
	days: sound
};
