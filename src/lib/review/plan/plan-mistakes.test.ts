import fc from 'fast-check';
import { expect, test } from 'vitest';

import { noon } from '../review-fixtures.ts';
import { anyCourse, haveEnemies, item, outline } from './plan-fixtures.ts';
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
			const times = ids.map((id) => states.find((state) => state.item === id));
			for (const [place, state] of times.entries()) {
				expect(state?.right).toBe(false);
				expect(state?.at).toBeLessThanOrEqual(times[place - 1]?.at ?? Infinity);
			}
			expect(planMistakes(outline, states.toReversed(), flawed)).toEqual(ids);
		})
	);
});
