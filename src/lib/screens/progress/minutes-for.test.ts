import { expect, test } from 'vitest';

import { dayOf } from '#lib/review/day.ts';
import { DAY, dayState, factState, NOON } from '#lib/review/map-fixtures.ts';
import { item, outline } from '#lib/review/plan/plan-fixtures.ts';

import { minutesFor } from './minutes-for.ts';

/** A course of one point with some facts, one question each. */
const course = (facts: number) =>
	outline(...Array.from({ length: facts }, (_, place) => item({ id: `i${place}`, facts: [`F${place}`] })));

test('a lesson takes its reading and its questions, at forty seconds each', () => {
	// 50 s to read, and 40 s for each of as many questions as a pass asks at most.
	expect(minutesFor({ code: 'begin', point: 1 }, course(1), null, NOON)).toBe(2);
	expect(minutesFor({ code: 'begin', point: 1 }, course(5), null, NOON)).toBe(4);
	expect(minutesFor({ code: 'learn', point: 1, facts: 40 }, course(40), null, NOON)).toBe(9);
});

test('what was asked already is not counted again', () => {
	const learner = { facts: [factState('F0'), factState('F1')], days: [], flawed: new Set<string>() };
	expect(minutesFor({ code: 'learn', point: 1, facts: 3 }, course(5), learner, NOON)).toBe(3);
});

test('a review takes as long as its plan, at the pace of the learner', () => {
	const facts = [0, 1, 2, 3, 4, 5].map((place) => factState(`F${place}`, { due: dayOf(NOON) }));
	const due = { code: 'review', facts: 6 } as const;
	const slow = [dayState(dayOf(NOON - DAY), { answers: 10, spent: 900_000 })];
	expect(minutesFor(due, course(6), { facts, days: [], flawed: new Set() }, NOON)).toBe(4);
	// No more is planned than fits into a session.
	expect(minutesFor(due, course(6), { facts, days: slow, flawed: new Set() }, NOON)).toBe(7);
});

test('a quiz takes as long as what is left of it, and an exam until its time is over', () => {
	const begun = {
		code: 'go-on',
		isExam: false,
		left: 7,
		total: 12,
		address: '?seed=s',
		endsAt: null
	} as const;
	expect(minutesFor(begun, course(1), null, NOON)).toBe(5);
	expect(minutesFor({ ...begun, endsAt: NOON + 150_000 }, course(1), null, NOON)).toBe(2);
	expect(minutesFor({ ...begun, endsAt: NOON + 1 }, course(1), null, NOON)).toBe(1);
});

test('nothing takes less than a minute', () => {
	expect(minutesFor({ code: 'mistakes', items: 1 }, course(1), null, NOON)).toBe(1);
	expect(minutesFor({ code: 'rest', day: '2026-12-01' }, course(1), null, NOON)).toBe(7);
});
