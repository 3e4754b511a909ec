import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { drawOverOutcomes, type OutcomeDrawable } from './draw-outcomes.ts';
import type { PlacedOutcome } from './outcome.ts';

function item(
	id: string,
	point: number,
	facts: string[],
	changes: Partial<OutcomeDrawable> = {}
): OutcomeDrawable {
	return { id, point, facts, kind: 'single-choice', difficulty: 1, enemies: [], ...changes };
}

function outcome(id: string, point: number, ...facts: string[]): PlacedOutcome {
	return { id, point, facts, text: id };
}

/** Two points with two outcomes of two facts each; three items on each fact, and one on none of them. */
const outcomes = [
	outcome('a', 1, 'a1', 'a2'),
	outcome('b', 1, 'b1', 'b2'),
	outcome('c', 2, 'c1', 'c2'),
	outcome('d', 2, 'd1', 'd2')
];
const items = outcomes.flatMap(({ point, facts }) =>
	facts.flatMap((fact) => [1, 2, 3].map((number) => item(`${fact}-${number}`, point, [fact])))
);
const alone = item('alone', 1, ['z']);

function draw(from: readonly OutcomeDrawable[], count: number, seed = 's', over = outcomes): string[] {
	return drawOverOutcomes(from, over, { count, seed });
}

/** How many drawn items belong to each outcome. */
function counts(
	form: readonly string[],
	from: readonly OutcomeDrawable[] = items,
	over = outcomes
): number[] {
	const facts = from.filter(({ id }) => form.includes(id)).map((each) => each.facts);
	return over.map((each) => facts.filter((those) => those.some((id) => each.facts.includes(id))).length);
}

const seeds = Array.from({ length: 40 }, (_, index) => `seed ${index}`);

test('each outcome has as many items as any other, or one more', () => {
	for (const seed of seeds) {
		expect(counts(draw(items, 8, seed))).toEqual([2, 2, 2, 2]);
		expect(counts(draw(items, 10, seed)).toSorted()).toEqual([2, 2, 3, 3]);
		expect(counts(draw(items, 3, seed)).toSorted()).toEqual([0, 1, 1, 1]);
	}
});

test('no fact is asked for twice before each has been once', () => {
	for (const seed of seeds) {
		const facts = draw(items, 8, seed).map((id) => id.slice(0, 2));
		expect(new Set(facts).size).toBe(8);
	}
});

test('the points take turns', () => {
	for (const seed of seeds) {
		const points = draw(items, 8, seed).map((id) => ('ab'.includes(id.charAt(0)) ? 1 : 2));
		for (let round = 0; round < 8; round += 2) expect(points[round]).not.toBe(points[round + 1]);
	}
});

test('what belongs to no outcome is not asked, and no more than there is', () => {
	expect(draw([alone, ...items], 99)).toHaveLength(items.length);
	expect(draw([alone], 3)).toEqual([]);
	expect(draw(items, 3, 's', [])).toEqual([]);
});

test('the same seed draws the same, in whatever order the items are, and others draw others', () => {
	expect(draw(items.toReversed(), 8)).toEqual(draw(items, 8));
	expect(new Set(seeds.map((seed) => draw(items, 8, seed).join())).size).toBe(seeds.length);
});

test('only what was asked for is drawn', () => {
	const form = drawOverOutcomes(items, outcomes, { count: 6, seed: 's', points: [2] });
	expect(counts(form)).toEqual([0, 0, 3, 3]);
});

describe('of enemies', () => {
	test('one is drawn, and another item of the outcome takes the place of the other', () => {
		const hostile = items.map((each) =>
			each.id.endsWith('-1')
				? { ...each, enemies: items.flatMap(({ id }) => (id.endsWith('-2') ? id : [])) }
				: each
		);
		for (const seed of seeds) {
			const form = draw(hostile, 8, seed);
			const ends = new Set(form.map((id) => id.at(-1)));
			expect(ends.has('1') && ends.has('2')).toBe(false);
			expect(counts(form)).toEqual([2, 2, 2, 2]);
		}
	});

	test('an outcome with few items is served before others take its place', () => {
		const one = item('x', 1, ['x']);
		const from = [one, ...items.map((each) => (each.id === 'a1-1' ? { ...each, enemies: ['x'] } : each))];
		const over = [...outcomes, outcome('x', 1, 'x')];
		for (const seed of seeds) expect(counts(draw(from, 5, seed, over), from, over)).toEqual([1, 1, 1, 1, 1]);
	});
});

describe('what shares a stimulus', () => {
	const on = (id: string, ...facts: string[]) =>
		facts.map((fact, index) => item(`${id}-${index}`, 1, [fact], { stimulus: { id } }));

	test('is asked one after the other in its order, or not at all', () => {
		const from = [...on('case', 'a1', 'b1', 'a2'), ...items];
		const forms = seeds.map((seed) => draw(from, 8, seed).join(' '));
		expect(forms.some((form) => form.includes('case-0 case-1 case-2'))).toBe(true);
		expect(forms.some((form) => !form.includes('case'))).toBe(true);
		for (const form of forms) expect(form.replace('case-0 case-1 case-2', '')).not.toContain('case');
	});

	test('is not asked where there is no room for all of it', () => {
		const from = [...on('case', 'a1', 'b1', 'c1'), item('d', 2, ['d1'])];
		for (const seed of seeds) expect(draw(from, 2, seed)).toEqual(['d']);
	});

	test('is passed over if all of it asks for one outcome where others have none', () => {
		const from = [...on('case', 'a1', 'a1', 'a2'), ...items];
		for (const seed of seeds) expect(draw(from, 4, seed).join()).not.toContain('case');
	});

	test('has the enemies of each of its items', () => {
		const [first, ...rest] = on('case', 'a1', 'b1');
		const from = [{ ...first, enemies: ['c'] } as OutcomeDrawable, ...rest, item('c', 2, ['c1'])];
		for (const seed of seeds) expect([['c'], ['case-0', 'case-1']]).toContainEqual(draw(from, 9, seed));
	});
});

test('a form holds no two enemies, no half of a stimulus, nothing twice, and no more than was asked for', () => {
	const drawn = fc.record({
		items: fc
			.array(
				fc.record({
					point: fc.integer({ min: 0, max: 3 }),
					fact: fc.integer({ min: 0, max: 6 }),
					stimulus: fc.option(fc.constantFrom('s', 't'), { nil: undefined }),
					enemy: fc.option(fc.nat({ max: 14 }), { nil: undefined })
				}),
				{ maxLength: 15 }
			)
			.map((all) =>
				all.map(({ point, fact, stimulus, enemy }, index) =>
					item(`i${index}`, point, [`f${fact}`], {
						...(stimulus && { stimulus: { id: stimulus } }),
						enemies: enemy === undefined || enemy === index || stimulus ? [] : [`i${enemy}`]
					})
				)
			),
		count: fc.integer({ min: 1, max: 20 }),
		seed: fc.string()
	});
	const over = [outcome('p', 1, 'f0', 'f1'), outcome('q', 1, 'f2'), outcome('r', 2, 'f3', 'f4')];
	fc.assert(
		fc.property(drawn, ({ items: from, count, seed }) => {
			const form = drawOverOutcomes(from, over, { count, seed });
			expect(new Set(form).size).toBe(form.length);
			expect(form.length).toBeLessThanOrEqual(count);
			const those = from.filter(({ id }) => form.includes(id));
			for (const { enemies } of those) expect(enemies.filter((id) => form.includes(id))).toEqual([]);
			for (const [, group] of Map.groupBy(from, ({ stimulus }) => stimulus?.id)) {
				if (!group[0]?.stimulus) continue;
				expect([0, group.length]).toContain(group.filter(({ id }) => form.includes(id)).length);
			}
		})
	);
});
