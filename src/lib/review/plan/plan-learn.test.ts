import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { timesAsLong } from '#lib/text/fixtures.ts';

import type { ItemOutline } from '../outline.ts';
import { askableFacts } from './askable.ts';
import { anyCourse, haveEnemies, item, itemsOf, outline, shipped, unitsOf } from './plan-fixtures.ts';
import { planLearn } from './plan-learn.ts';

const plain = { point: 1, seen: new Set<string>(), flawed: new Set<string>(), seed: 's' };

test('each fact of a point is asked for by an item about it, or by one that rests on it, the easiest first', () => {
	const course = outline(
		item({ id: 'hard', facts: ['F1', 'F2'], difficulty: 3 }),
		item({ id: 'one', facts: ['F1'], difficulty: 2 }),
		item({ id: 'typed', facts: ['F3'], kind: 'short-text', effort: 2, difficulty: 1 }),
		item({ id: 'chosen', facts: ['F3'], difficulty: 1 }),
		item({ id: 'elsewhere', facts: ['F9'], point: 2 })
	);
	expect(planLearn({ outline: course, ...plain })).toEqual({ items: ['chosen', 'one', 'hard'], later: [] });
});

test('items about one stimulus come where the easiest of them stands, in the order of their file', () => {
	const course = outline(
		item({ id: 'hard', facts: ['F1'], difficulty: 3, stimulus: 'case' }),
		item({ id: 'plain', facts: ['F2'], difficulty: 2 }),
		item({ id: 'easy', facts: ['F3'], difficulty: 1, stimulus: 'case' }),
		item({ id: 'done', facts: ['F4'], difficulty: 1, stimulus: 'case' })
	);
	const request = { outline: course, ...plain, seen: new Set(['F4']) };
	expect(planLearn(request)).toEqual({ items: ['hard', 'easy', 'plain'], later: [] });
});

test('facts that were asked before are left out, unless all of them were', () => {
	const course = outline(item({ id: 'a', facts: ['F1'] }), item({ id: 'b', facts: ['F2'] }));
	const { items } = planLearn({ outline: course, ...plain, seen: new Set(['F1']) });
	expect(items).toEqual(['b']);
	expect(planLearn({ outline: course, ...plain, seen: new Set(['F1', 'F2']) }).items).toHaveLength(2);
});

test('facts that cannot be asked are passed over', () => {
	const course = outline(item({ id: 'a', facts: ['F1'] }), item({ id: 'b', facts: ['F2'] }));
	const request = { ...plain, outline: course, seen: new Set(['F1']), flawed: new Set(['b']) };
	expect(planLearn(request)).toEqual({ items: ['a'], later: [] });
});

test('a large point takes several passes, and planning one does not grow with the square of the facts', () => {
	const course = (count: number) =>
		Array.from({ length: count }, (_, index) =>
			item({ id: `i${index}`, facts: [`F${index}`], enemies: [`i${index ^ 1}`] })
		);
	const many = course(1000);
	const [large, small] = [outline(...many), outline(...course(100))];
	expect(
		timesAsLong(
			() => planLearn({ ...plain, outline: large }),
			() => planLearn({ ...plain, outline: small })
		)
	).toBeLessThan(40);
	const { items, later } = planLearn({ ...plain, outline: large });
	expect([items.length, later.length]).toEqual([12, 988]);
	const seen = new Set(many.flatMap(({ facts }) => facts));
	expect(planLearn({ ...plain, outline: outline(...many), seen }).later).toEqual([]);
});

test('an item that would leave no way to ask for another fact is avoided where possible', () => {
	const course = outline(
		item({ id: 'both', facts: ['F1', 'F2'], enemies: ['third'] }),
		item({ id: 'first', facts: ['F1'] }),
		item({ id: 'second', facts: ['F2'] }),
		item({ id: 'third', facts: ['F3'], enemies: ['both'] })
	);
	const { items, later } = planLearn({ outline: course, ...plain });
	expect(new Set(items)).toEqual(new Set(['first', 'second', 'third']));
	expect(later).toEqual([]);
});

test('an item with enemies is as good as another, as long as what they ask for has another way', () => {
	const course = outline(
		item({ id: 'easy', facts: ['F1'], enemies: ['third'], difficulty: 1 }),
		item({ id: 'harder', facts: ['F1'], difficulty: 2 }),
		item({ id: 'third', facts: ['F3'], enemies: ['easy'], difficulty: 3 }),
		item({ id: 'fourth', facts: ['F3'], difficulty: 3 })
	);
	expect(new Set(planLearn({ outline: course, ...plain }).items)).toEqual(new Set(['easy', 'fourth']));
});

test('a fact that nothing can ask for any longer keeps no item from being asked', () => {
	const course = outline(
		item({ id: 'a', facts: ['F1'], enemies: ['b'], difficulty: 1 }),
		item({ id: 'b', facts: ['F2'], enemies: ['a', 'c'], difficulty: 3 }),
		item({ id: 'c', facts: ['F3'], enemies: ['b'], difficulty: 2 })
	);
	expect(planLearn({ outline: course, ...plain })).toEqual({ items: ['a', 'c'], later: ['F2'] });
});

test('an item of another point is used only if none of this one asks for a fact', () => {
	const course = outline(
		item({ id: 'a', facts: ['F1'] }),
		item({ id: 'b', facts: ['F1', 'F2'], point: 2 }),
		item({ id: 'c', facts: ['F2'], point: 2 })
	);
	const facts = ['F1', 'F2'].map((id) => ({ id, point: 1 }));
	expect(planLearn({ outline: { ...course, facts }, ...plain }).items).toContain('a');
	const resting = item({ id: 'resting', facts: ['else', 'F2'] });
	const both = { ...outline(...course.items, resting), facts: facts.slice(1) };
	expect(planLearn({ outline: both, ...plain }).items).toEqual(['resting']);
});

describe('of the items that may come next', () => {
	const plan = (facts: string[], ...items: ItemOutline[]) =>
		planLearn({
			...plain,
			outline: { ...outline(...items), facts: facts.map((id) => ({ id, point: 1 })) }
		}).items;

	test('one about a fact comes before one that rests on it, though that is easier', () => {
		const about = item({ id: 'about', facts: ['F1'], difficulty: 3 });
		const resting = item({ id: 'resting', facts: ['else', 'F1'], difficulty: 1 });
		expect(plan(['F1'], resting, about)).toEqual(['about']);
	});

	test('the one that rests on most of what is left makes the others unnecessary', () => {
		const few = item({ id: 'few', facts: ['else', 'F1', 'more', 'still more'], difficulty: 1 });
		const many = item({ id: 'many', facts: ['else', 'F1', 'F2'], difficulty: 3 });
		expect(plan(['F1', 'F2'], few, many)).toEqual(['many']);
	});

	test('the one that is about a fact and rests on the fewest others leaves those to their own items', () => {
		const lean = item({ id: 'lean', facts: ['F1'], difficulty: 3 });
		const laden = item({ id: 'laden', facts: ['F1', 'else'], difficulty: 1 });
		expect(plan(['F1'], laden, lean)).toEqual(['lean']);
	});

	test('the easier comes first, and of equals the one that needs nothing recalled', () => {
		const hard = item({ id: 'hard', difficulty: 3 });
		const typed = item({ id: 'typed', kind: 'numeric', effort: 2 });
		const chosen = item({ id: 'chosen' });
		expect(plan(['F1'], hard, typed, chosen)).toEqual(['chosen']);
		expect(plan(['F1'], typed, hard)).toEqual(['typed']);
	});

	test('a fact that an item only rests on is asked by its own item, if it has one', () => {
		const first = item({ id: 'first', facts: ['F1', 'F2'], difficulty: 1 });
		const second = item({ id: 'second', facts: ['F2', 'F1'], difficulty: 2 });
		expect(plan(['F1', 'F2'], second, first)).toEqual(['first', 'second']);
		const third = item({ id: 'third', facts: ['F3', 'more', 'still more'], difficulty: 3 });
		expect(plan(['F1', 'F2', 'F3'], second, third, first)).toEqual(['first', 'second', 'third']);
	});

	test('a fact that items only rest on is done with after the first of them', () => {
		const first = item({ id: 'first', facts: ['F1', 'F2'] });
		const resting = item({ id: 'resting', facts: ['else', 'F2'] });
		expect(plan(['F1', 'F2'], resting, first)).toEqual(['first']);
	});
});

test('in any course every fact of a point that can be asked is asked for, or is said to come later', () => {
	fc.assert(
		fc.property(anyCourse, fc.nat(5), ({ outline, seen, flawed, seed }, point) => {
			const request = { outline, point, seen, flawed, seed };
			const { items, later } = planLearn(request);
			const askable = askableFacts(outline, flawed);
			const facts = outline.facts
				.filter((fact) => fact.point === point && askable.has(fact.id))
				.map(({ id }) => id);
			const unseen = facts.filter((fact) => !seen.has(fact));
			const wanted = unseen.length > 0 ? unseen : facts;
			const asked = new Set(itemsOf(outline, items).flatMap((one) => one.facts));
			expect(unseen.filter((fact) => !asked.has(fact))).toEqual(later);
			expect(haveEnemies(outline, items)).toBe(false);
			for (const id of items) expect(flawed).not.toContain(id);
			// Each asks for something that none of the others asks for, or was taken before them.
			expect(items.length).toBeLessThanOrEqual(Math.min(wanted.length, 12));
			// Those about one stimulus stand where the easiest of them does.
			const easiest = unitsOf(outline, items).map((unit) =>
				Math.min(...unit.map(({ difficulty }) => difficulty))
			);
			expect(easiest).toEqual(easiest.toSorted((one, other) => one - other));
			expect(planLearn(request)).toEqual({ items, later });
		})
	);
});

test('in the shipped courses three passes ask for every fact', () => {
	for (const outline of shipped) {
		for (const point of [0, ...outline.points]) {
			for (const seed of ['a', 'b', 'c', 'd']) {
				const seen = new Set<string>();
				const left = Array.from({ length: 3 }, () => {
					const { items, later } = planLearn({ ...plain, outline, point, seed, seen });
					expect(items.length).toBeGreaterThan(0);
					for (const fact of itemsOf(outline, items).flatMap(({ facts }) => facts)) seen.add(fact);
					return later;
				});
				expect(left.at(-1)).toEqual([]);
			}
		}
	}
});
