import { expect, test } from 'vitest';

import { lessonPart } from './lesson-parts.ts';
import { item, outline } from './plan-fixtures.ts';
import { planLearn } from './plan-learn.ts';
import { planMixed } from './plan-mixed.ts';
import { together } from './together.ts';

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

test('items of one stimulus are asked one after the other, in the order of the course', () => {
	const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => item({ id, facts: ['F1'] }));
	if (!a || !b || !c || !d) throw new Error('there are four');
	const items = [{ ...c, stimulus: 'case' }, b, { ...a, stimulus: 'case' }, d];
	expect(together(items, [a, b, c, d]).map(({ id }) => id)).toEqual(['a', 'c', 'b', 'd']);
});

test('a mixed test has all items of a stimulus, or none', () => {
	const mixed = outline(
		...['x', 'y', 'z'].map((id) => ({ ...item({ id, facts: [id], point: 1 }), stimulus: 'case' })),
		...['p', 'q', 'r'].map((id) => item({ id, facts: [id], point: 2 }))
	);
	for (let seed = 0; seed < 30; seed++) {
		const request = {
			outline: mixed,
			seen: new Set<string>(),
			flawed: new Set<string>(),
			seed: String(seed)
		};
		const some = planMixed({ ...request, count: 4 });
		const cases = some.filter((id) => 'xyz'.includes(id));
		expect(['', 'xyz']).toContain(cases.join(''));
		if (cases.length > 0) expect(some.join('')).toContain('xyz');
		expect(planMixed({ ...request, count: 2 }).filter((id) => 'xyz'.includes(id))).toEqual([]);
	}
});
