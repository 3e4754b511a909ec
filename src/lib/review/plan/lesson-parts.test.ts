import { expect, test } from 'vitest';

import { lessonPart } from './lesson-parts.ts';
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
