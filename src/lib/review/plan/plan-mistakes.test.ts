import fc from 'fast-check';
import { expect, test } from 'vitest';

import { noon } from '../review-fixtures.ts';
import { anyCourse, haveEnemies, item, outline, unitsOf } from './plan-fixtures.ts';
import { countOldMistakes, planMistakes } from './plan-mistakes.ts';

const wrong = (item: string, at: number) => ({ item, at, right: false });

test('items whose last answer was wrong, the latest first', () => {
	const course = outline(...['a', 'b', 'c', 'd'].map((id) => item({ id })));
	const states = [wrong('a', 1), { item: 'b', at: 2, right: true }, wrong('c', 3), wrong('gone', 4)];
	expect(planMistakes(course, states, new Set())).toEqual(['c', 'a']);
	expect(planMistakes(course, states, new Set(['c']))).toEqual(['a']);
});

test('of two that went wrong at the same moment, in the order of their ids', () => {
	const course = outline(...['b', 'a', 'c'].map((id) => item({ id })));
	const states = course.items.map(({ id }) => wrong(id, 5));
	expect(planMistakes(course, states, new Set())).toEqual(['a', 'b', 'c']);
});

test('those about one stimulus where the latest of them stands, and nothing besides what went wrong', () => {
	const course = outline(
		...['a', 'b', 'c', 'd'].map((id) => item({ id, ...(id !== 'c' && { stimulus: 'case' }) }))
	);
	const states = [wrong('a', 1), { item: 'b', at: 4, right: true }, wrong('c', 2), wrong('d', 3)];
	expect(planMistakes(course, states, new Set())).toEqual(['a', 'd', 'c']);
});

test('twenty at most, and no two enemies', () => {
	const many = outline(...Array.from({ length: 30 }, (_, index) => item({ id: `i${index}` })));
	const states = many.items.map(({ id }, index) => wrong(id, index));
	expect(planMistakes(many, states, new Set())).toHaveLength(20);
	const foes = outline(item({ id: 'a', enemies: ['b'] }), item({ id: 'b' }));
	expect(planMistakes(foes, [wrong('a', 1), wrong('b', 2)], new Set())).toEqual(['b']);
});

test('those of earlier days are counted as they would be asked', () => {
	const course = outline(...['a', 'b', 'c', 'd'].map((id) => item({ id, enemies: id === 'a' ? ['b'] : [] })));
	const states = [
		wrong('a', noon('2026-11-20')),
		wrong('b', noon('2026-11-21')),
		wrong('c', noon('2026-11-25')),
		{ item: 'd', at: noon('2026-11-24'), right: true }
	];
	const count = (day: string) => countOldMistakes(course, states, new Set(), day);
	expect([count('2026-11-20'), count('2026-11-25'), count('2026-11-26')]).toEqual([0, 1, 2]);
});

test('in any course, from the latest to the earliest', () => {
	const courses = anyCourse.chain(({ outline, flawed }) =>
		fc.record({
			outline: fc.constant(outline),
			flawed: fc.constant(flawed),
			states: fc.tuple(
				...outline.items.map(({ id }) =>
					fc.record({ item: fc.constant(id), right: fc.boolean(), at: fc.nat(50) })
				)
			)
		})
	);
	fc.assert(
		fc.property(courses, ({ outline, flawed, states }) => {
			const ids = planMistakes(outline, states, flawed);
			expect(ids.length).toBeLessThanOrEqual(20);
			expect(haveEnemies(outline, ids)).toBe(false);
			for (const id of ids) expect(flawed).not.toContain(id);
			const wrong = new Map(states.flatMap(({ item, right, at }) => (right ? [] : [[item, at]])));
			const latest = unitsOf(outline, ids).map((unit) =>
				Math.max(...unit.map(({ id }) => wrong.get(id) ?? NaN))
			);
			expect(latest).toEqual(latest.toSorted((one, other) => other - one));
			// Whatever else went wrong is an enemy of something later, or earlier than all of a full sitting.
			for (const [id, at] of wrong) {
				if (ids.includes(id) || flawed.has(id)) continue;
				const before = ids.filter((other) => (wrong.get(other) ?? NaN) >= at);
				expect(before.length === 20 || haveEnemies(outline, [...before, id])).toBe(true);
			}
			expect(planMistakes(outline, states.toReversed(), flawed)).toEqual(ids);
		})
	);
});
