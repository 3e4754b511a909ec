import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fallsBelow } from './decay.ts';
import { courseOf, DAY, factState, NOON } from './map-fixtures.ts';
import { cellsOf, FADING, mapOf, cellLevels } from './mastery.ts';
import { recallChance } from './memory.ts';
import { masteryLevels } from './state.ts';

const outline = courseOf([
	{ id: 'F0.1', point: 0 },
	{ id: 'F1.1', point: 1 },
	{ id: 'F1.2', point: 1 },
	{ id: 'F2.1', point: 2 }
]);
const none = new Set<string>();

describe('the map of a course', () => {
	test('has its points in order, the primer as a whole last, and none without facts', () => {
		const map = mapOf(outline, [], none, NOON);
		expect(map.points.map(({ point, cells }) => [point, cells.map(({ fact }) => fact)])).toEqual([
			[1, ['F1.1', 'F1.2']],
			[2, ['F2.1']],
			[0, ['F0.1']]
		]);
	});

	test('leaves out a point without facts, and has the primer as a whole once', () => {
		const points = (given: number[]) =>
			mapOf({ ...outline, points: given }, [], none, NOON).points.map(({ point }) => point);
		expect(points([1, 2, 3])).toEqual([1, 2, 0]);
		expect(points([0, 1, 2])).toEqual([1, 2, 0]);
	});

	test('claims no recall of a fact of which every answer was wrong, whatever else is kept of it', () => {
		const recalled = (reviews: number, lapses: number) =>
			mapOf(outline, [factState('F1.1', { reviews, lapses })], none, NOON).expected > 0;
		expect([recalled(2, 2), recalled(2, 1), recalled(1, 0)]).toEqual([false, true, true]);
	});

	test('knows nothing of a learner who has seen nothing', () => {
		const map = mapOf(outline, [], none, NOON);
		expect(map).toMatchObject({ total: 4, expected: 0, chance: null, counts: { unseen: 4 } });
		expect(map.points[0]?.cells[0]).toEqual({
			fact: 'F1.1',
			point: 1,
			level: 'unseen',
			chance: null,
			missed: false,
			fading: false,
			askable: true,
			due: false,
			state: null
		});
	});

	test('counts the facts of each level, and what of them would be recalled', () => {
		const sure = factState('F1.1', { level: 'mastered', memory: { stability: 10, difficulty: 5, at: NOON } });
		const even = factState('F1.2', {
			memory: { stability: 10, difficulty: 5, at: NOON - 10 * DAY },
			due: '2026-11-25'
		});
		const [point] = mapOf(outline, [sure, even], none, NOON).points;
		expect(point?.counts).toEqual({ unseen: 0, seen: 0, familiar: 1, proficient: 0, mastered: 1 });
		expect(point?.expected).toBeCloseTo(1.9, 6);
		expect(point?.chance).toBeCloseTo(0.95, 6);
		expect(point?.cells.map(({ due }) => due)).toEqual([false, true]);
	});

	test('says which facts are fading', () => {
		const state = factState('F2.1', { memory: { stability: 1, difficulty: 5, at: NOON - 60 * DAY } });
		expect(mapOf(outline, [state], none, NOON).points[1]?.cells[0]).toMatchObject({ fading: true, state });
	});

	test('says that a fact fades once its chance is below seven in ten', () => {
		expect(FADING).toBe(0.7);
		const memory = { stability: 10, difficulty: 5, at: NOON };
		const moment = fallsBelow(memory, 0.7) ?? 0;
		const fading = (now: number) =>
			cellsOf(mapOf(outline, [factState('F1.1', { memory })], none, now))[0]?.fading;
		expect([fading(moment - 60_000), fading(moment)]).toEqual([false, true]);
	});

	test.each([
		['was never right', { reviews: 3, lapses: 3, relearning: true, level: 'seen' }],
		['went wrong the last time', { reviews: 9, lapses: 1, relearning: true, level: 'proficient' }]
	] as const)('claims no recall of a fact that %s, however lately it was explained', (_, wrong) => {
		const memory = { stability: 10, difficulty: 5, at: NOON };
		const state = factState('F1.1', { ...wrong, memory, due: '2026-11-25' });
		const right = factState('F1.2', { memory });
		const map = mapOf(outline, [state, right], none, NOON);
		expect(map).toMatchObject({ expected: 1, chance: 0.5 });
		expect(map.points[0]?.cells[0]).toMatchObject({ chance: 0, fading: false, due: true, state });
		expect(mapOf(outline, [state], none, NOON + 400 * DAY)).toMatchObject({ expected: 0, chance: 0 });
	});

	test('has nothing due that cannot be asked', () => {
		const state = factState('F2.1', { due: '2026-11-20' });
		const due = (flawed: ReadonlySet<string>) =>
			mapOf(outline, [state], flawed, NOON).points[1]?.cells[0]?.due;
		expect([due(none), due(new Set(['about-F2.1']))]).toEqual([true, false]);
	});

	test('passes over facts that the course no longer has', () => {
		expect(mapOf(outline, [factState('F9.9')], none, NOON)).toEqual(mapOf(outline, [], none, NOON));
	});
});

test('a map holds every fact once, and its numbers agree', () => {
	const anyState = fc.record({
		level: fc.constantFrom(...masteryLevels),
		stability: fc.double({ min: 0.01, max: 1000, noNaN: true }),
		age: fc.integer({ min: 0, max: 400 })
	});
	const states = fc.dictionary(fc.constantFrom(...outline.facts.map(({ id }) => id)), anyState);
	fc.assert(
		fc.property(states, (given) => {
			const kept = Object.entries(given).map(([fact, { level, stability, age }]) =>
				factState(fact, { level, memory: { stability, difficulty: 5, at: NOON - age * DAY } })
			);
			const map = mapOf(outline, kept, none, NOON);
			const cells = cellsOf(map);
			expect(cells.map(({ fact }) => fact).sort()).toEqual(outline.facts.map(({ id }) => id).sort());
			expect(cellLevels.reduce((sum, level) => sum + map.counts[level], 0)).toBe(map.total);
			expect(map.points.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(map.expected, 9);
			for (const { chance, fading, state } of cells) {
				expect(chance).toBe(state && recallChance(state.memory, NOON));
				expect(fading).toBe(chance !== null && chance < FADING);
			}
		})
	);
});
