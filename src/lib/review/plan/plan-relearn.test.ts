import fc from 'fast-check';
import { expect, test } from 'vitest';

import { noon } from '../review-fixtures.ts';
import { anyCourse, anyState, haveEnemies, item, itemsOf, outline, unitsOf } from './plan-fixtures.ts';
import { planRelearn } from './plan-relearn.ts';

const missed = {
	fact: 'F1',
	lastKind: 'single-choice' as const,
	recent: ['a'],
	memory: { stability: 0.2, difficulty: 6, at: noon('2026-11-25') }
};

const seen = new Set(['F1', 'F2']);

test('another item asks again, an enemy of the last too', () => {
	const course = outline(item({ id: 'a', enemies: ['b'] }), item({ id: 'b', enemies: ['a'] }));
	expect(planRelearn(course, [missed], seen, new Set(), 's')).toEqual(['b']);
});

test('the same asks again where there is no other', () => {
	const course = outline(item({ id: 'a' }), item({ id: 'b' }), item({ id: 'c', facts: ['F2'] }));
	expect(planRelearn(course, [missed], seen, new Set(['b']), 's')).toEqual(['a']);
	expect(planRelearn(course, [missed], seen, new Set(['a', 'b']), 's')).toEqual([]);
});

test('one item asks again for all that it can', () => {
	const course = outline(item({ id: 'a' }), item({ id: 'b', facts: ['F1', 'F2'] }));
	const both = [missed, { ...missed, fact: 'F2' }];
	expect(planRelearn(course, both, seen, new Set(), 's')).toEqual(['b']);
	const more = outline(...course.items, item({ id: 'c', facts: ['F2'] }));
	expect(planRelearn(more, both, seen, new Set(), 's')).toEqual(['b']);
});

test('a fact waits for another round so that two enemies never meet', () => {
	const other = { ...missed, fact: 'F2', recent: ['c'] };
	const foes = [item({ id: 'b', enemies: ['d'] }), item({ id: 'd', facts: ['F2'] })];
	const course = outline(item({ id: 'a' }), ...foes, item({ id: 'c', facts: ['F2'] }));
	expect(planRelearn(course, [missed, other], seen, new Set(), 's')).toEqual(['b']);
	expect(planRelearn(course, [other], seen, new Set(), 's')).toEqual(['d']);
	const third = item({ id: 'e', facts: ['F2'] });
	expect(planRelearn(outline(...course.items, third), [missed, other], seen, new Set(), 's')).toEqual([
		'b',
		'e'
	]);
});

test('in any course, one round after another asks for every fact that can be asked, and no enemies meet', () => {
	const misses = anyCourse.chain((course) =>
		fc.record({
			course: fc.constant(course),
			facts: fc.tuple(...[...course.seen].map((fact) => anyState(course.outline, fact)))
		})
	);
	fc.assert(
		fc.property(misses, ({ course: { outline, seen, flawed, seed }, facts }) => {
			const sound = outline.items.filter(({ id }) => !flawed.has(id));
			let left = facts.filter(({ fact }) => sound.some((one) => one.facts.includes(fact)));
			while (left.length > 0) {
				const round = planRelearn(outline, left, seen, flawed, seed);
				expect(haveEnemies(outline, round)).toBe(false);
				expect(unitsOf(outline, round).flat()).toHaveLength(round.length);
				for (const id of round) expect(flawed).not.toContain(id);
				const asked = new Set(itemsOf(outline, round).flatMap((one) => one.facts));
				const waiting = left.filter(({ fact }) => !asked.has(fact));
				expect(waiting.length).toBeLessThan(left.length);
				left = waiting;
			}
		})
	);
});
