import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from './day.ts';
import { anyReview, noon, review } from './review-fixtures.ts';
import { dueDay, remember } from './memory.ts';
import { NEVER } from './next-due.ts';
import { parseAbilityState, parseDayState, parseFactState, parseItemState } from './parse-state.ts';
import type { Review } from './review.ts';
import type { Stepped, Affected } from './state.ts';
import { step } from './step.ts';
import { totalsOf } from './totals.ts';

const nothing: Affected = { facts: [], item: undefined, ability: undefined, day: undefined };

/** What reviews lead to, one after the other, from nothing: each touches what the one before left. */
function after(first: Partial<Review>, ...rest: Partial<Review>[]): Stepped {
	return rest.reduce<Stepped>(
		(before, changes) => step(before, review(changes)),
		step(nothing, review(first))
	);
}

const fact = (...answers: [Partial<Review>, ...Partial<Review>[]]) => after(...answers).facts[0];

describe('a fact', () => {
	test('is seen, remembered and given a day when it is asked for the first time', () => {
		const { at } = review();
		const memory = remember(null, 'good', at, 0);
		expect(fact({})).toEqual({
			version: 1,
			primer: 'p',
			fact: 'F1',
			memory,
			due: dueDay(memory, '2026-11-25'),
			relearning: false,
			level: 'familiar',
			since: '2026-11-25',
			kinds: ['single-choice'],
			recent: ['i1'],
			lastKind: 'single-choice',
			lastDay: '2026-11-25',
			reviews: 1,
			lapses: 0
		});
	});

	test('that went wrong is due the same day, until one right answer and no more', () => {
		const wrong = { fraction: 0.5 };
		expect(fact(wrong)).toMatchObject({ due: '2026-11-25', relearning: true, level: 'seen', lapses: 1 });
		const again = fact(wrong, {});
		expect(again).toMatchObject({ relearning: false, level: 'familiar', kinds: [], reviews: 2, lapses: 1 });
		expect(again?.due).toBe('2026-11-26');
	});

	test('left relearning overnight is simply due', () => {
		const morning = { at: noon('2026-11-26') };
		expect(fact({ fraction: 0 }, morning)).toMatchObject({
			relearning: false,
			level: 'familiar',
			kinds: ['single-choice']
		});
	});

	test('learnt again past midnight has not rested: it was explained minutes ago', () => {
		const mastered = [
			{ at: noon('2026-11-20') },
			{ at: noon('2026-11-22'), kind: 'matching' as const },
			{ at: noon('2026-11-24') }
		] as const;
		const at = (time: string) => ({ at: new Date(`2026-11-${time}`).getTime() });
		const wrong = { ...at('25T23:58:00'), fraction: 0 };
		expect(fact(...mastered)?.level).toBe('mastered');
		const before = fact(...mastered, wrong, at('25T23:59:30'));
		const past = fact(...mastered, wrong, at('26T00:01:00'));
		expect(past).toMatchObject({ relearning: false, level: 'proficient', kinds: [], since: '2026-11-25' });
		expect(past?.memory.stability).toBe(before?.memory.stability);
		expect(past?.due).toBe(addDays(before?.due ?? '', 1));
		expect(after(...mastered, wrong, at('26T00:01:00')).ability).toEqual(after(...mastered, wrong).ability);
		expect(fact(...mastered, wrong, at('26T05:59:00'))).toMatchObject({ kinds: ['single-choice'] });
	});

	test('has rested after six hours, and not before', () => {
		const [evening, hour] = [new Date('2026-11-25T22:00:00').getTime(), 3_600_000];
		const wrong = { at: evening, fraction: 0 };
		const kinds = (at: number) => fact(wrong, { at })?.kinds;
		expect([kinds(evening + 6 * hour - 1), kinds(evening + 6 * hour)]).toEqual([[], ['single-choice']]);
	});

	test('shown in a second way past midnight is proficient, and not mastered before it has rested', () => {
		const at = (time: string) => ({ at: new Date(`2026-11-${time}`).getTime() });
		const evening = [at('25T23:50:00'), { ...at('25T23:55:00'), kind: 'matching' }] as const;
		expect(fact(...evening, at('26T00:05:00'))?.level).toBe('proficient');
		expect(fact(...evening, at('26T08:00:00'))?.level).toBe('mastered');
	});

	test('right twice in one kind is proficient from the day on which it was due, and not before', () => {
		const due = fact({})?.due ?? '';
		const level = (day: string) => fact({}, { at: noon(day) })?.level;
		expect([addDays(due, -1), due, addDays(due, 1)].map(level)).toEqual([
			'familiar',
			'proficient',
			'proficient'
		]);
	});

	test('keeps the last three items that asked for it, the latest first and each once', () => {
		const items = ['a', 'b', 'a', 'c', 'd'].map((item) => ({ item }));
		expect(fact({ item: 'e' }, ...items)?.recent).toEqual(['d', 'c', 'a']);
		expect(fact({ item: 'a' }, { item: 'a' })?.recent).toEqual(['a']);
	});

	test('each that an item asks for takes the step, once', () => {
		expect(after({ facts: ['F1', 'F2', 'F1'] }).facts.map(({ fact }) => fact)).toEqual(['F1', 'F2']);
		const facts = after({ facts: ['F1', 'F2', 'F1'] }, { facts: ['F2', 'F3'], fraction: 0 }).facts;
		expect(facts.map(({ fact, reviews }) => [fact, reviews])).toEqual([
			['F2', 2],
			['F3', 1]
		]);
	});
});

describe('the estimates', () => {
	test('move with an answer, from the author’s difficulty on', () => {
		const { item, ability } = after({ difficulty: 3 });
		expect(ability).toMatchObject({ point: 1, answers: 1 });
		expect(ability.ability).toBeGreaterThan(0);
		expect(item).toMatchObject({ item: 'i1', answers: 1, right: true, at: noon('2026-11-25') });
		expect(item.difficulty).toBeLessThan(1);
		expect(item.difficulty).toBeGreaterThan(0);
	});

	test('do not move in an exam, which is noted all the same', () => {
		const { item, ability } = after({ occasion: 'exam', fraction: 0 });
		expect(ability).toMatchObject({ ability: 0, answers: 0 });
		expect(item).toMatchObject({ difficulty: 0, answers: 0, right: false });
	});

	test('do not move while a fact is learnt again on its day, and do the day after', () => {
		const before = after({ fraction: 0 });
		expect(step(before, review()).ability).toEqual(before.ability);
		expect(step(before, review()).item).toEqual({ ...before.item, right: true });
		expect(step(before, review({ at: noon('2026-11-26') })).ability.answers).toBe(2);
	});
});

describe('the day', () => {
	test('counts answers, right ones and time', () => {
		const { day } = after({ facts: ['F1', 'F2'] }, { facts: ['F1', 'F2'], fraction: 0, spent: 5000 });
		expect(day).toEqual({
			version: 1,
			primer: 'p',
			day: '2026-11-25',
			answers: 2,
			right: 1,
			spent: 25_000
		});
	});
});

describe('a clock that was far ahead', () => {
	const ahead = [
		{ at: noon('2100-01-01') },
		{ at: noon('2100-01-01'), kind: 'matching' as const, spent: Number.MAX_VALUE }
	] as const;
	const wrong = { at: noon('2026-11-25'), fraction: 0 };

	test('keeps nothing from being asked once it was set right', () => {
		expect(fact(...ahead)?.level).toBe('proficient');
		const before = after(...ahead, wrong);
		expect(before.facts[0]).toMatchObject({ due: '2026-11-25', relearning: true, since: '2026-11-25' });
		expect(before.item).toMatchObject({ right: false, at: wrong.at });
		const right = { at: wrong.at + 60_000 };
		expect(fact(...ahead, wrong, right)).toMatchObject({ due: '2026-11-26', relearning: false });
	});

	test('lets a level be reached once a day has gone by', () => {
		const [today, tomorrow] = [{ at: noon('2026-11-25') }, { at: noon('2026-11-26') }];
		expect(fact(...ahead, today)).toMatchObject({ level: 'proficient', since: '2026-11-25' });
		expect(fact(...ahead, today, tomorrow)?.level).toBe('mastered');
	});

	test('leaves states that can be read, on the last of all days too', () => {
		const last = { at: noon(NEVER), spent: Number.MAX_VALUE };
		const { facts, item, ability, day } = after(last, last, last);
		expect(facts.map(parseFactState)).toEqual(facts);
		expect(facts[0]?.due).toBe(NEVER);
		expect(parseItemState(item)).toEqual(item);
		expect(parseAbilityState(ability)).toEqual(ability);
		const kept = { ...day, nextDue: NEVER };
		expect(parseDayState(kept)).toEqual(kept);
		expect(totalsOf([kept, kept]).spent).toBeLessThan(Infinity);
	});
});

test('whatever comes in whatever order, what is kept stays sound', () => {
	fc.assert(
		fc.property(fc.array(anyReview, { minLength: 1, maxLength: 40 }), (reviews) => {
			const known = new Map<string, Stepped['facts'][number]>();
			for (const next of reviews) {
				const facts = next.facts.flatMap((fact) => known.get(fact) ?? []);
				const before = structuredClone(facts);
				const stepped = step({ ...nothing, facts }, next);
				expect(facts).toEqual(before);
				for (const state of stepped.facts) {
					const earlier = known.get(state.fact);
					const today = state.lastDay;
					expect(state.memory.at).toBe(next.at);
					expect(today).toBe(next.day);
					expect(state.relearning).toBe(state.due === today);
					expect(state.due >= today && state.due <= addDays(today, 36_500)).toBe(true);
					expect(state.since <= today).toBe(true);
					expect(state.reviews).toBe((earlier?.reviews ?? 0) + 1);
					expect(state.lapses).toBeLessThanOrEqual(state.reviews);
					expect(new Set(state.kinds).size).toBe(state.kinds.length);
					known.set(state.fact, state);
				}
			}
		})
	);
});
