import { addDays, dayOf } from './day.ts';
import type { StudyOutline } from './outline.ts';
import { STATE_VERSION, type DayState, type FactState } from './state.ts';

/** A day in milliseconds. */
export const DAY = 86_400_000;

/** A moment at noon: Wednesday 25 November 2026. */
export const NOON = new Date(2026, 10, 25, 12).getTime();

/** A course with an item for each of its facts, named after it. */
export function courseOf(facts: StudyOutline['facts']): StudyOutline {
	return {
		primer: 'course',
		points: [...new Set(facts.map(({ point }) => point))].filter((point) => point > 0),
		facts,
		items: facts.map(({ id, point }) => ({
			id: `about-${id}`,
			kind: 'single-choice',
			point,
			facts: [id],
			difficulty: 2,
			effort: 0,
			guess: 0.25,
			enemies: []
		}))
	};
}

/** A fact right once yesterday, not due yet, with what a test sets. */
export function factState(fact: string, given: Partial<FactState> = {}): FactState {
	return {
		version: STATE_VERSION,
		primer: 'course',
		fact,
		memory: { stability: 10, difficulty: 5, at: NOON - DAY },
		due: addDays(dayOf(NOON), 9),
		relearning: false,
		level: 'familiar',
		since: addDays(dayOf(NOON), -1),
		kinds: ['single-choice'],
		recent: ['first'],
		lastKind: 'single-choice',
		lastDay: addDays(dayOf(NOON), -1),
		reviews: 1,
		lapses: 0,
		...given
	};
}

/** A day of study, after which something was due on the next. */
export function dayState(day: string, given: Partial<DayState> = {}): DayState {
	return {
		version: STATE_VERSION,
		primer: 'course',
		day,
		answers: 8,
		right: 6,
		spent: 300_000,
		nextDue: addDays(day, 1),
		...given
	};
}
