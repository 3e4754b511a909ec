import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { noon } from '../review-fixtures.ts';
import type { FactState } from '../state.ts';
import { askableFacts } from './askable.ts';
import { anyCourse, anyState, haveEnemies, item, itemsOf, outline, unitsOf } from './plan-fixtures.ts';
import { planReview, type ReviewRequest } from './plan-review.ts';

function due(fact: string, changes: Partial<FactState> = {}): FactState {
	return {
		version: 1,
		primer: 'p',
		fact,
		memory: { stability: 2, difficulty: 5, at: noon('2026-11-20') },
		due: '2026-11-22',
		relearning: false,
		level: 'familiar',
		since: '2026-11-20',
		kinds: ['matching'],
		recent: [],
		lastKind: 'matching',
		lastDay: '2026-11-20',
		reviews: 1,
		lapses: 0,
		...changes
	};
}

function plan(request: Pick<ReviewRequest, 'outline' | 'due'> & Partial<ReviewRequest>) {
	const seen = new Set(request.due.map(({ fact }) => fact));
	return planReview({ seen, days: [], flawed: new Set(), seed: 's', ...request });
}

describe('a session of today', () => {
	const many = outline(
		...Array.from({ length: 100 }, (_, index) => item({ id: `i${index}`, facts: [`F${index}`] }))
	);
	const allDue = many.facts.map(({ id }, index) =>
		due(id, { due: `2026-11-${String(28 - (index % 28)).padStart(2, '0')}` })
	);

	test('lasts about ten minutes at the learner’s pace, and says how much waits', () => {
		const length = (spent: number) => {
			const { items, waiting } = plan({ outline: many, due: allDue, days: [{ answers: 1, spent }] });
			expect(waiting).toBe(100 - items.length);
			return items.length;
		};
		expect(plan({ outline: many, due: allDue }).items).toHaveLength(12);
		expect([5_000, 40_000, 100_000].map(length)).toEqual([19, 8, 4]);
	});

	test('begins with what has waited longest', () => {
		const { items } = plan({ outline: many, due: allDue });
		const days = (facts: readonly string[]) =>
			allDue.flatMap(({ fact, due }) => (facts.includes(fact) ? [due] : [])).sort();
		const inOrder = days(allDue.map(({ fact }) => fact));
		expect(days(items.flatMap(({ facts }) => facts))).toEqual(inOrder.slice(0, 12));
	});

	test('lets one item serve several due facts, and names those alone', () => {
		const course = outline(item({ id: 'a', facts: ['F1', 'F2', 'F3'] }));
		expect(plan({ outline: course, due: [due('F1'), due('F3')] })).toEqual({
			items: [{ item: 'a', facts: ['F1', 'F3'] }],
			waiting: 0
		});
	});

	test('takes no other item for a fact that one serves already', () => {
		const both = item({ id: 'both', facts: ['F1', 'F3'] });
		const course = outline(both, item({ id: 'other', facts: ['F3'] }));
		const request = { outline: course, due: [due('F1', { due: '2026-11-21' }), due('F3')] };
		expect(plan(request)).toEqual({ items: [{ item: 'both', facts: ['F1', 'F3'] }], waiting: 0 });
	});

	test('leaves an enemy to the next session', () => {
		const course = outline(item({ id: 'a', enemies: ['b'] }), item({ id: 'b', facts: ['F2'] }));
		const { items, waiting } = plan({
			outline: course,
			due: [due('F2', { due: '2026-11-21' }), due('F1')]
		});
		expect(items).toEqual([{ item: 'b', facts: ['F2'] }]);
		expect(waiting).toBe(1);
	});

	test('passes over facts that nothing asks for', () => {
		const course = outline(item({ id: 'a' }), item({ id: 'b', facts: ['F2'] }));
		expect(plan({ outline: course, due: [due('F1'), due('F2'), due('F9')], flawed: new Set(['b']) })).toEqual(
			{ items: [{ item: 'a', facts: ['F1'] }], waiting: 0 }
		);
	});

	test('is empty when nothing is due', () => {
		expect(plan({ outline: many, due: [] })).toEqual({ items: [], waiting: 0 });
	});
});

describe('in any course', () => {
	const requests = anyCourse.chain(({ outline, flawed, seen, seed }) =>
		fc.record({
			outline: fc.constant(outline),
			flawed: fc.constant(flawed),
			seed: fc.constant(seed),
			seen: fc.constant(seen),
			due: fc.tuple(...[...seen].map((fact) => anyState(outline, fact))),
			days: fc.array(fc.record({ answers: fc.nat(30), spent: fc.nat(3_000_000) }), { maxLength: 3 })
		})
	);

	test('a session serves each due fact that can be asked for, or says that it waits, and once only', () => {
		fc.assert(
			fc.property(requests, (request) => {
				const { items, waiting } = planReview(request);
				const served = new Set(items.flatMap(({ facts }) => facts));
				const askable = askableFacts(request.outline, request.flawed);
				expect(served.size + waiting).toBe(request.due.filter(({ fact }) => askable.has(fact)).length);
				const ids = items.map((one) => one.item);
				expect(new Set(ids).size).toBe(ids.length);
				expect(haveEnemies(request.outline, ids)).toBe(false);
				expect(unitsOf(request.outline, ids).flat()).toHaveLength(ids.length);
				for (const id of ids) expect(request.flawed).not.toContain(id);
				const known = new Set(request.due.map(({ fact }) => fact));
				for (const { item: id, facts } of items) {
					const asked = itemsOf(request.outline, [id]).flatMap((one) => one.facts);
					expect(facts).toEqual(asked.filter((fact) => known.has(fact)));
					expect(facts.length).toBeGreaterThan(0);
				}
				expect(planReview({ ...request, due: request.due.toReversed() })).toMatchObject({ items, waiting });
			})
		);
	});

	test('one session after another comes to an end, and none keeps a fact back for ever', () => {
		fc.assert(
			fc.property(requests, (request) => {
				let left = request.due;
				for (let sessions = 0; sessions <= request.due.length; sessions++) {
					const { items, waiting } = planReview({ ...request, due: left });
					if (waiting === 0) return;
					expect(items.length).toBeGreaterThan(0);
					const served = new Set(items.flatMap(({ facts }) => facts));
					left = left.filter(({ fact }) => !served.has(fact));
				}
				throw new Error('Facts were kept back for ever.');
			})
		);
	});
});
