import { expect, test } from 'vitest';

import { courseOf, DAY, factState, NOON } from './map-fixtures.ts';
import { mapOf } from './mastery.ts';
import { attainmentsOf, newlyReached } from './outcomes.ts';
import type { FactState } from './state.ts';

const outline = courseOf(['F1', 'F2', 'F3'].map((id) => ({ id, point: 1 })));
const mapWith = (...states: FactState[]) => mapOf(outline, states, new Set(), NOON);
const both = { id: 'both', facts: ['F1', 'F2', 'not in the outline'] };
const third = { id: 'third', facts: ['F3'] };

const attainment = (...states: FactState[]) => {
	const [first] = attainmentsOf([both], mapWith(...states));
	return first && [first.attainment, first.known, first.total];
};

test('an outcome is reached once each of its facts is familiar at least', () => {
	expect(attainment()).toEqual(['new', 0, 2]);
	expect(attainment(factState('F1'))).toEqual(['begun', 1, 2]);
	expect(attainment(factState('F1', { level: 'seen' }))).toEqual(['begun', 0, 2]);
	expect(attainment(factState('F1'), factState('F2', { level: 'mastered' }))).toEqual(['reached', 2, 2]);
});

test('it fades with one of them, by time or by a wrong answer', () => {
	const old = factState('F2', { memory: { stability: 1, difficulty: 5, at: NOON - 60 * DAY } });
	expect(attainment(factState('F1'), old)).toEqual(['fading', 2, 2]);
	expect(attainment(factState('F1'), factState('F2', { relearning: true }))).toEqual(['fading', 2, 2]);
});

test('one that has no fact to study is passed over', () => {
	expect(attainmentsOf([{ facts: ['elsewhere'] }, third], mapWith())).toMatchObject([{ outcome: third }]);
});

test('some answers reach what was not reached before them', () => {
	const before = mapWith(factState('F1'), factState('F3'));
	const after = mapWith(factState('F1'), factState('F2'), factState('F3'));
	expect(newlyReached([both, third], { before, after })).toEqual([both]);
	expect(newlyReached([both, third], { before: after, after })).toEqual([]);
	expect(newlyReached([both, third], { before, after: before })).toEqual([]);
});
