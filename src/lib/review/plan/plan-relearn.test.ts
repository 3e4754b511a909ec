import fc from 'fast-check';
import { expect, test } from 'vitest';

import { noon } from '../review-fixtures.ts';
import { anyCourse, anyState, item, outline } from './plan-fixtures.ts';
import { planRelearn } from './plan-relearn.ts';

const missed = {
	fact: 'F1',
	lastKind: 'single-choice' as const,
	recent: ['a'],
	memory: { stability: 0.2, difficulty: 6, at: noon('2026-11-25') }
};

test('another item asks again, an enemy too', () => {
	const course = outline(item({ id: 'a', enemies: ['b'] }), item({ id: 'b', enemies: ['a'] }));
	expect(planRelearn(course, missed, new Set(), 's')).toBe('b');
});

test('the same asks again where there is no other', () => {
	const course = outline(item({ id: 'a' }), item({ id: 'b' }), item({ id: 'c', facts: ['F2'] }));
	expect(planRelearn(course, missed, new Set(['b']), 's')).toBe('a');
	expect(planRelearn(course, missed, new Set(['a', 'b']), 's')).toBeUndefined();
});

test('in any course', () => {
	const misses = anyCourse.chain((course) =>
		fc.record({
			course: fc.constant(course),
			fact: fc.constantFrom(...course.outline.facts).chain(({ id }) => anyState(course.outline, id))
		})
	);
	fc.assert(
		fc.property(misses, ({ course: { outline, flawed, seed }, fact }) => {
			const sound = outline.items.filter(({ id, facts }) => facts.includes(fact.fact) && !flawed.has(id));
			const chosen = planRelearn(outline, fact, flawed, seed);
			const ids: (string | undefined)[] = sound.map(({ id }) => id);
			expect(sound.length === 0 ? [undefined] : ids).toContain(chosen);
			if (sound.length > 1) expect(chosen).not.toBe(fact.recent[0]);
		})
	);
});
