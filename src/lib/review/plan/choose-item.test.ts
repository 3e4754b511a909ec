import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { noon } from '../review-fixtures.ts';
import type { FactState } from '../state.ts';
import { chooseItem } from './choose-item.ts';
import { anyCourse, anyState, item } from './plan-fixtures.ts';

type Fact = Pick<FactState, 'fact' | 'lastKind' | 'recent' | 'memory'>;

const young: Fact = {
	fact: 'F1',
	lastKind: 'matching',
	recent: [],
	memory: { stability: 2, difficulty: 5, at: noon('2026-11-25') }
};
const stable: Fact = { ...young, memory: { ...young.memory, stability: 7 } };

const seen = new Set(['F1', 'F2']);
const choice = item({ id: 'choice' });
const matching = item({ id: 'matching', kind: 'matching' });
const ordering = item({ id: 'ordering', kind: 'ordering', effort: 1 });
const typed = item({ id: 'typed', kind: 'short-text', effort: 2 });

describe('the item for a due fact', () => {
	test('is one to recognise while the memory is young, and one to recall when it is stable', () => {
		expect(chooseItem([typed, ordering, choice], young, seen, 's')).toBe(choice);
		expect(chooseItem([choice, ordering, typed], stable, seen, 's')).toBe(typed);
		expect(chooseItem([choice, ordering], stable, seen, 's')).toBe(ordering);
	});

	test('is one to recall from a stability of seven days on', () => {
		const at = (stability: number) => ({ ...young, memory: { ...young.memory, stability } });
		expect([6.99, 7].map((days) => chooseItem([choice, typed], at(days), seen, 's')?.id)).toEqual([
			'choice',
			'typed'
		]);
	});

	test('is of another kind than the last, where there is one', () => {
		expect(chooseItem([choice, typed], { ...young, lastKind: 'single-choice' }, seen, 's')).toBe(typed);
		expect(chooseItem([matching], young, seen, 's')).toBe(matching);
	});

	test('is not one asked lately, or else the one asked longest ago', () => {
		const other = item({ id: 'other' });
		expect(chooseItem([choice, other], { ...young, recent: ['choice'] }, seen, 's')).toBe(other);
		expect(chooseItem([choice, other], { ...young, recent: ['other', 'choice'] }, seen, 's')).toBe(choice);
	});

	test('asks for nothing that was not asked before, where there is another', () => {
		const more = item({ id: 'more', facts: ['F1', 'unseen'] });
		expect(chooseItem([more, typed], young, seen, 's')).toBe(typed);
		expect(chooseItem([more, typed], { ...young, recent: ['typed'] }, seen, 's')).toBe(more);
	});

	test('is about the fact rather than resting on it', () => {
		const about = item({ id: 'about', facts: ['F1', 'F2'], kind: 'short-text', effort: 2 });
		const resting = item({ id: 'resting', facts: ['F2', 'F1'] });
		expect(chooseItem([resting, about], young, seen, 's')).toBe(about);
	});

	test('is drawn among equals, by the seed', () => {
		const equals = Array.from({ length: 4 }, (_, index) => item({ id: `i${index}` }));
		const drawn = Array.from({ length: 40 }, (_, seed) => chooseItem(equals, young, seen, String(seed))?.id);
		expect(new Set(drawn).size).toBe(4);
		expect(chooseItem(equals, young, seen, '1')).toBe(chooseItem(equals.toReversed(), young, seen, '1'));
	});
});

test('in any course: another kind where there is one, then another item, then one of facts asked before, then the kind that fits the memory', () => {
	const choices = anyCourse.chain(({ outline, seen, seed }) =>
		fc.constantFrom(...outline.facts).chain(({ id }) =>
			fc.record({
				fact: anyState(outline, id),
				candidates: fc.constant(outline.items.filter(({ facts }) => facts.includes(id))),
				seen: fc.constant(new Set([...seen, id])),
				seed: fc.constant(seed)
			})
		)
	);
	fc.assert(
		fc.property(choices, ({ fact, candidates, seen, seed }) => {
			const chosen = chooseItem(candidates, fact, seen, seed);
			if (!chosen) throw new Error('Nothing was chosen.');
			const otherKind = candidates.filter(({ kind }) => kind !== fact.lastKind);
			if (otherKind.length > 0) expect(otherKind).toContain(chosen);
			const alike = candidates.filter(
				({ kind }) => (kind === fact.lastKind) === (chosen.kind === fact.lastKind)
			);
			const fresh = alike.filter(({ id }) => !fact.recent.includes(id));
			if (fresh.length > 0) expect(fresh).toContain(chosen);
			const familiar = fresh.filter(({ facts }) => facts.every((each) => seen.has(each)));
			if (familiar.length > 0) expect(familiar).toContain(chosen);
			const about = (familiar.length > 0 ? familiar : fresh).filter(({ facts }) => facts[0] === fact.fact);
			if (about.length === 0) return;
			const efforts = about.map(({ effort }) => effort);
			const best = fact.memory.stability >= 7 ? Math.max(...efforts) : Math.min(...efforts);
			expect(chosen.effort).toBe(best);
		})
	);
});
