import fc from 'fast-check';
import { expect, test } from 'vitest';

import { anyCourse, haveEnemies, item, itemsOf, outline, shipped } from './plan-fixtures.ts';
import { planMixed } from './plan-mixed.ts';

test('facts asked before come before others', () => {
	const course = outline(
		...['F1', 'F2', 'F3'].map((fact, index) => item({ id: fact, facts: [fact], point: index + 1 }))
	);
	const request = { outline: course, flawed: new Set<string>(), seed: 's' };
	expect(planMixed({ ...request, count: 1, seen: new Set(['F2']) })).toEqual(['F2']);
	expect(planMixed({ ...request, count: 2, seen: new Set(['F1', 'F3']) }).toSorted()).toEqual(['F1', 'F3']);
	expect(planMixed({ ...request, count: 9, seen: new Set() })).toHaveLength(3);
});

test('in the shipped courses points take turns and kinds vary', () => {
	for (const outline of shipped) {
		const seen = new Set(outline.facts.map(({ id }) => id));
		for (const seed of ['a', 'b', 'c']) {
			const ids = planMixed({ outline, count: 12, seen, flawed: new Set(), seed });
			const items = itemsOf(outline, ids);
			expect(items).toHaveLength(12);
			const points = items.map(({ point }) => point);
			expect(new Set(points).size).toBe(outline.points.length + 1);
			expect(points.filter((point, index) => points[index - 1] === point)).toEqual([]);
			expect(new Set(items.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(8);
		}
	}
});

test('in any course: as many as are wanted or fit, no enemies, none flawed, the same again for the same seed', () => {
	fc.assert(
		fc.property(anyCourse, fc.integer({ min: 1, max: 40 }), (course, count) => {
			const request = { ...course, count };
			const ids = planMixed(request);
			expect(new Set(ids).size).toBe(ids.length);
			expect(haveEnemies(course.outline, ids)).toBe(false);
			for (const id of ids) expect(course.flawed).not.toContain(id);
			const left = course.outline.items.filter(
				({ id }) => !ids.includes(id) && !course.flawed.has(id) && !haveEnemies(course.outline, [...ids, id])
			);
			expect(ids.length === count || left.length === 0).toBe(true);
			expect(planMixed(request)).toEqual(ids);
			const known = (id: string) =>
				itemsOf(course.outline, [id]).every(({ facts }) => facts.every((fact) => course.seen.has(fact)));
			if (!ids.every(known)) expect(left.map(({ id }) => id).filter(known)).toEqual([]);
		})
	);
});
