import { describe, expect, test } from 'vitest';

import { askedAfter, lessonPart, readingToGoOn } from './lesson-parts.ts';
import { item, outline } from './plan-fixtures.ts';
import { planLearn } from './plan-learn.ts';

const course = outline(
	item({ id: 'a', facts: ['F1'] }),
	item({ id: 'both', facts: ['F1', 'F2'] }),
	item({ id: 'b', facts: ['F2'] }),
	item({ id: 'untaught', facts: ['F3'] })
);
const readings = [
	{ id: 'one', facts: ['F1'] },
	{ id: 'two', facts: ['F2'] }
];
const asked = (place: number) =>
	planLearn({
		outline: lessonPart(course, 1, readings, place),
		point: 1,
		seen: new Set(),
		flawed: new Set(),
		seed: 's'
	}).items;

test('an item follows the last reading that teaches one of its facts, and what none teaches the last', () => {
	expect(lessonPart(course, 1, readings, 0).items.map(({ id }) => id)).toEqual(['a']);
	expect(lessonPart(course, 1, readings, 1).items.map(({ id }) => id)).toEqual([
		'a',
		'both',
		'b',
		'untaught'
	]);
	expect(asked(0)).toEqual(['a']);
	expect(asked(1).toSorted()).toEqual(['b', 'untaught']);
});

test('a lesson with one reading asks all of it at once', () => {
	expect(lessonPart(course, 1, [{ id: 'one', facts: ['F1'] }], 0)).toBe(course);
});

describe('a reading after which nothing is asked', () => {
	const few = outline(item({ id: 'a', facts: ['F1'] }), item({ id: 'b', facts: ['F2'] }));
	const taught = (...facts: string[]) => facts.map((fact, index) => ({ id: `r${index}`, facts: [fact] }));

	test('is known', () => {
		const readings = taught('F8', 'F1', 'F2', 'F9');
		const asked = readings.map((_, place) => askedAfter(few, 1, readings, place));
		expect(asked).toEqual([[], ['F1'], ['F2'], []]);
	});

	test.each<[string, string[], string[], number]>([
		['first, is where a lesson begins', ['F8', 'F1'], [], 0],
		['in between, comes before what is still to be asked', ['F1', 'F8', 'F2'], ['F1'], 1],
		['last, holds nobody up', ['F1', 'F2', 'F9'], ['F1', 'F2'], 0],
		['nowhere, leaves the lesson where it was', ['F1', 'F2'], ['F1'], 1]
	])('%s', (_, facts, seen, place) => {
		expect(readingToGoOn(few, 1, taught(...facts), new Set(seen))).toBe(place);
	});
});
