import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cellLevels, type CellLevel } from '#lib/review/mastery.ts';

import { arcOutline, arcPath, arcsOf } from './ring.ts';

const none: Record<CellLevel, number> = { unseen: 0, seen: 0, familiar: 0, proficient: 0, mastered: 0 };

describe('the arcs of a ring', () => {
	test('begin with what is known best, a fact each', () => {
		const arcs = arcsOf({ counts: { ...none, unseen: 2, familiar: 1, mastered: 1 }, total: 4 });
		expect(arcs.map(({ level, from, to }) => [level, from, to])).toEqual([
			['mastered', 0, 0.25],
			['familiar', 0.25, 0.5],
			['unseen', 0.5, 0.75],
			['unseen', 0.75, 1]
		]);
	});

	test('are one for each level where facts are many', () => {
		const arcs = arcsOf({ counts: { ...none, unseen: 30, seen: 10 }, total: 40 });
		expect(arcs.map(({ level, to }) => [level, to])).toEqual([
			['seen', 0.25],
			['unseen', 1]
		]);
	});

	test('go once around, without a gap in their numbers', () => {
		const counts = fc.record(Object.fromEntries(cellLevels.map((each) => [each, fc.nat(20)])));
		fc.assert(
			fc.property(counts, (given) => {
				const all = { ...none, ...given };
				const total = cellLevels.reduce((sum, each) => sum + all[each], 0);
				const arcs = arcsOf({ counts: all, total });
				expect(arcs[0]?.from).toBe(total === 0 ? undefined : 0);
				expect(arcs.at(-1)?.to).toBe(total === 0 ? undefined : 1);
				arcs.slice(1).forEach(({ from }, place) => expect(from).toBe(arcs[place]?.to));
			})
		);
	});

	test('have an outline: out along one edge, and back along the other', () => {
		const box = { middle: 50, inner: 30, outer: 40, gap: 0 };
		expect(arcOutline({ from: 0, to: 0.25 }, box)).toBe(
			'M50.00 10.00A40 40 0 0 1 90.00 50.00L80.00 50.00A30 30 0 0 0 50.00 20.00Z'
		);
	});

	test('are paths clockwise from the top', () => {
		const box = { middle: 50, radius: 40, gap: 0 };
		expect(arcPath({ from: 0, to: 0.25 }, box)).toBe('M50.00 10.00A40 40 0 0 1 90.00 50.00');
		expect(arcPath({ from: 0, to: 0.75 }, box)).toBe('M50.00 10.00A40 40 0 1 1 10.00 50.00');
		expect(arcPath({ from: 0, to: 1 }, box)).toMatch(/^M50.00 10.00A40 40 0 1 1 49.75 10.00$/);
	});
});
