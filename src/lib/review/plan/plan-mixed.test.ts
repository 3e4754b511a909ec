import fc from 'fast-check';
import { expect, test } from 'vitest';

import { anyCourse, haveEnemies, item, itemsOf, outline, shipped, unitsOf } from './plan-fixtures.ts';
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

test('one item about a stimulus comes alone as long as its point has others, then they stand together', () => {
	const course = outline(
		...['x', 'y', 'z'].map((id) => item({ id, facts: [id], stimulus: 'case' })),
		item({ id: 'p', facts: ['p'] }),
		...['q', 'r', 's'].map((id) => item({ id, facts: [id], point: 2 }))
	);
	for (let seed = 0; seed < 30; seed++) {
		const plan = (count: number) =>
			planMixed({ outline: course, count, seen: new Set(), flawed: new Set(), seed: String(seed) });
		expect(plan(4).filter((id) => 'xyz'.includes(id))).toHaveLength(1);
		expect(plan(5)).toHaveLength(5);
		expect(plan(7).join('')).toContain('xyz');
	}
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
			expectTurns(unitsOf(course.outline, ids).map(([first]) => first?.point));
			const known = (id: string) =>
				itemsOf(course.outline, [id]).every(({ facts }) => facts.every((fact) => course.seen.has(fact)));
			if (!ids.every(known)) expect(left.map(({ id }) => id).filter(known)).toEqual([]);
		})
	);
});

/** Expects no two neighbours to be equal, unless one is more than half of all. */
function expectTurns(points: unknown[]): void {
	const most = Math.max(
		0,
		...[...Map.groupBy(points, (point) => point).values()].map(({ length }) => length)
	);
	const meetings = points.filter((point, index) => index > 0 && points[index - 1] === point).length;
	expect(meetings).toBe(Math.max(0, 2 * most - points.length - 1));
}
