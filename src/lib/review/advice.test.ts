import { describe, expect, test } from 'vitest';

import { adviceFor } from './advice.ts';
import { courseOf, DAY, factState, NOON } from './map-fixtures.ts';
import { mapOf } from './mastery.ts';
import type { FactState } from './state.ts';

const outline = courseOf([
	{ id: 'F0.1', point: 0 },
	{ id: 'F1.1', point: 1 },
	{ id: 'F2.1', point: 2 },
	{ id: 'F2.2', point: 2 }
]);
const all = ['F0.1', 'F1.1', 'F2.1', 'F2.2'];
const none = new Set<string>();
const advise = (...states: FactState[]) => adviceFor(mapOf(outline, states, none, NOON), 0);
const fadingSoon = { memory: { stability: 0.2, difficulty: 5, at: NOON - 30 * DAY } };

describe('what to do next', () => {
	test('nothing, in a course without facts', () => {
		expect(adviceFor(mapOf(courseOf([]), [], none, NOON), 0)).toBeUndefined();
	});

	test('begin with the first point', () => {
		expect(advise()).toEqual({ code: 'begin', point: 1 });
	});

	test('review what is due, before anything else', () => {
		const due = [factState('F1.1', { due: '2026-11-25' }), factState('F2.1', { due: '2026-11-20' })];
		expect(advise(...due)).toEqual({ code: 'review', facts: 2 });
	});

	test('learn the first point that has facts not seen yet', () => {
		expect(advise(factState('F1.1'))).toEqual({ code: 'learn', point: 2, facts: 2 });
		expect(advise(factState('F2.1'), factState('F1.1'), factState('F2.2'))).toEqual({
			code: 'learn',
			point: 0,
			facts: 1
		});
	});

	test('practise what is fading', () => {
		expect(advise(...all.map((fact) => factState(fact, fact === 'F2.1' ? fadingSoon : {})))).toEqual({
			code: 'fading',
			facts: 1
		});
	});

	test('redo mistakes, before resting', () => {
		const map = mapOf(
			outline,
			all.map((fact) => factState(fact)),
			none,
			NOON
		);
		expect(adviceFor(map, 2)).toEqual({ code: 'mistakes', items: 2 });
		expect(adviceFor(map, 0)?.code).toBe('rest');
	});

	test('rest until the first fact comes back', () => {
		expect(
			advise(...all.map((fact, place) => factState(fact, { due: `2026-12-0${String(9 - place)}` })))
		).toEqual({ code: 'rest', day: '2026-12-06' });
	});

	test('rest where only some of it is mastered', () => {
		const level = (fact: string) => (fact === 'F2.2' ? 'proficient' : 'mastered');
		expect(advise(...all.map((fact) => factState(fact, { level: level(fact) })))?.code).toBe('rest');
	});

	test('come back another day to what is mastered', () => {
		expect(advise(...all.map((fact) => factState(fact, { level: 'mastered', due: '2027-02-01' })))).toEqual({
			code: 'mastered',
			day: '2027-02-01'
		});
	});

	test('nothing for a fact whose items are all marked as flawed', () => {
		const flawed = new Set(['about-F1.1']);
		const without = (...states: FactState[]) => adviceFor(mapOf(outline, states, flawed, NOON), 0);
		const overdue = factState('F1.1', { due: '2026-11-20', ...fadingSoon });
		const others = ['F0.1', 'F2.1', 'F2.2'].map((fact) => factState(fact, { level: 'mastered' }));
		expect(without(overdue)).toEqual({ code: 'begin', point: 2 });
		expect(without(overdue, ...others)).toEqual({ code: 'mastered', day: '2026-12-04' });
		expect(without(...others)).toEqual({ code: 'mastered', day: '2026-12-04' });
		const all = new Set(outline.items.map(({ id }) => id));
		expect(adviceFor(mapOf(outline, [overdue], all, NOON), 0)).toBeUndefined();
	});
});
