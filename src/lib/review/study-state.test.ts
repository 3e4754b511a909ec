import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from './day.ts';
import { isRight } from './grade.ts';
import { inOrder } from './log-order.ts';
import { courseOf } from './map-fixtures.ts';
import { mapOf } from './mastery.ts';
import { NEVER } from './next-due.ts';
import { anyReview, noon, review } from './review-fixtures.ts';
import { studyStateOf } from './study-state.ts';
import type { AbilityState, DayState, FactState, ItemState } from './state.ts';
import { step } from './step.ts';

test('nothing follows from an empty log', () => {
	expect(studyStateOf([])).toEqual({ facts: [], items: [], abilities: [], days: [] });
});

test('the first day on which anything is due looks at all facts, as they stood at the end of each day', () => {
	const { days } = studyStateOf([
		review({ id: 'a', facts: ['F1'], at: noon('2026-11-25'), fraction: 0 }),
		review({ id: 'b', facts: ['F2'], at: noon('2026-11-25') + 1 }),
		review({ id: 'c', facts: ['F1'], at: noon('2026-11-26') })
	]);
	expect(days.map(({ day, nextDue }) => [day, nextDue])).toEqual([
		['2026-11-25', '2026-11-25'],
		['2026-11-26', '2026-11-27']
	]);
});

test('the next due day is after the day itself, even with a fact that nothing asks any more', () => {
	const { days } = studyStateOf([
		review({ id: 'a', facts: ['gone'], at: noon('2026-11-20') }),
		review({ id: 'b', facts: ['F2'], at: noon('2026-11-28') })
	]);
	expect(days.map(({ day, nextDue }) => nextDue > day)).toEqual([true, true]);
});

test('a learner would probably recall no more facts than they last answered right', () => {
	const facts = ['F1', 'F2', 'F3', 'F4'].map((id) => ({ id, point: 1 }));
	fc.assert(
		fc.property(fc.uniqueArray(anyReview, { selector: ({ id }) => id, maxLength: 30 }), (log) => {
			const progress = studyStateOf(log);
			const now = Math.max(...progress.facts.map(({ memory }) => memory.at));
			const last = new Map(inOrder(log).flatMap((each) => each.facts.map((fact) => [fact, isRight(each)])));
			const right = [...last.values()].filter(Boolean).length;
			const { expected } = mapOf(courseOf(facts), progress.facts, new Set(), now);
			expect(expected).toBeLessThanOrEqual(right);
		})
	);
});

test('an item that asks for no fact leaves nothing due', () => {
	expect(studyStateOf([review({ facts: [] })]).days[0]?.nextDue).toBe(NEVER);
});

test('days are those on which the learner answered, wherever the log is read', () => {
	// Half past eight in the morning in Tokyo, half past six in the evening before in New York.
	const at = Date.UTC(2026, 10, 24, 23, 30);
	const days = (first: string, second: string) =>
		studyStateOf([
			review({ id: 'a', at, day: first }),
			review({ id: 'b', at: at + 60_000, day: second, kind: 'matching' })
		]);
	const inTokyo = days('2026-11-25', '2026-11-25');
	expect(inTokyo.days.map(({ day }) => day)).toEqual(['2026-11-25']);
	expect(inTokyo.facts[0]).toMatchObject({ since: '2026-11-25', lastDay: '2026-11-25' });
	const inNewYork = days('2026-11-24', '2026-11-24');
	expect(inNewYork.days.map(({ day }) => day)).toEqual(['2026-11-24']);
	expect(inNewYork.facts[0]?.due).toBe(addDays(inTokyo.facts[0]?.due ?? '', -1));
});

describe('what is dated later than now', () => {
	const now = noon('2026-11-25');
	const far = noon('2036-11-22');

	test('counts as answered now: for facts, items and days alike', () => {
		const { facts, items, days } = studyStateOf([review({ at: far })], now);
		expect(facts).toEqual(studyStateOf([review({ at: now })]).facts);
		expect(facts[0]).toMatchObject({ lastDay: '2026-11-25', since: '2026-11-25', memory: { at: now } });
		expect(items[0]?.at).toBe(now);
		expect(days.map(({ day, answers }) => [day, answers])).toEqual([['2026-11-25', 1]]);
	});

	test('counts as answered no later than what was answered after it, once the clock was right again', () => {
		const after = noon('2026-11-20');
		const log = [
			review({ id: 'a', at: noon('2026-11-10'), kind: 'matching' }),
			review({ id: 'b', at: far }),
			review({ id: 'c', at: far + 1, facts: ['F2'] }),
			review({ id: 'd', at: after, place: far + 2, facts: ['F3'] }),
			review({ id: 'e', at: noon('2026-11-22'), place: far + 3, facts: ['F3'] })
		];
		const { facts, days } = studyStateOf(log, now);
		expect(facts.map(({ fact, lastDay }) => [fact, lastDay])).toEqual([
			['F1', '2026-11-20'],
			['F2', '2026-11-20'],
			['F3', '2026-11-22']
		]);
		expect(days.map(({ day, answers }) => [day, answers])).toEqual([
			['2026-11-10', 1],
			['2026-11-20', 3],
			['2026-11-22', 1]
		]);
	});

	test('counts as answered at the earliest of them, where the clock was set back twice', () => {
		const log = [
			review({ id: 'a', at: far }),
			review({ id: 'b', at: noon('2026-11-22'), place: far + 1, facts: ['F2'] }),
			review({ id: 'c', at: noon('2026-11-20'), place: far + 2, facts: ['F2'] })
		];
		expect(studyStateOf(log, now).facts[0]).toMatchObject({ fact: 'F1', lastDay: '2026-11-20' });
	});

	test('leaves everything else as it is', () => {
		fc.assert(
			fc.property(fc.uniqueArray(anyReview, { selector: ({ id }) => id, maxLength: 30 }), (log) => {
				expect(studyStateOf(log, Math.max(0, ...log.map(({ at }) => at)))).toEqual(studyStateOf(log));
			})
		);
	});
});

test('a log says the same in any order, and however often a review is reported', () => {
	fc.assert(
		fc.property(fc.uniqueArray(anyReview, { selector: ({ id }) => id, maxLength: 60 }), (log) => {
			const told = studyStateOf(log);
			expect(studyStateOf([...log, ...log.toReversed()])).toEqual(told);
			expect(studyStateOf(log.toReversed())).toEqual(told);
		})
	);
});

test('it is what the steps make of the log, one after the other', () => {
	fc.assert(
		fc.property(fc.uniqueArray(anyReview, { selector: ({ id }) => id, maxLength: 60 }), (log) => {
			const facts = new Map<string, FactState>();
			const items = new Map<string, ItemState>();
			const abilities = new Map<number, AbilityState>();
			const days = new Map<string, DayState>();
			for (const next of inOrder(log)) {
				const { day } = next;
				const after = step(
					{
						facts: next.facts.flatMap((fact) => facts.get(fact) ?? []),
						item: items.get(next.item),
						ability: abilities.get(next.point),
						day: days.get(day)
					},
					next
				);
				for (const state of after.facts) facts.set(state.fact, state);
				items.set(next.item, after.item);
				abilities.set(next.point, after.ability);
				const coming = [...facts.values()].map(({ due }) => due).filter((due) => due >= day);
				days.set(day, { ...after.day, nextDue: coming.sort()[0] ?? NEVER });
			}
			expect(studyStateOf(log)).toEqual({
				facts: [...facts.values()],
				items: [...items.values()],
				abilities: [...abilities.values()],
				days: [...days.values()]
			});
		})
	);
});
