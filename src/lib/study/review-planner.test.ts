import { describe, expect, test } from 'vitest';

import { addDays, dayOf } from '#lib/review/day.ts';
import type { Flaw } from '#lib/review/flaw.ts';
import { factState, NOON } from '#lib/review/map-fixtures.ts';
import { item, outline } from '#lib/review/plan/plan-fixtures.ts';
import type { FactState } from '#lib/review/state.ts';
import { studyInMemory } from '#lib/store/memory/study.ts';
import { checkedStudy, loadFold, type CheckedStudy } from '#lib/store/study.ts';

import { nextDueDay } from './learner.ts';
import { ReviewPlanner } from './review-planner.ts';

const today = dayOf(NOON);
const course = outline(
	...Array.from({ length: 600 }, (_, index) => item({ id: `i${index}`, facts: [`F${index}`] }))
);

const mark: Flaw = { version: 1, primer: 'p', item: '', reason: 'key', note: '', at: 1, withdrawn: false };

/** A learner with these facts, and these marks, kept on the device. */
function learner(facts: FactState[], flawed: string[] = []): CheckedStudy {
	const flaws = flawed.map((item): Flaw => ({ ...mark, item }));
	return {
		...checkedStudy(studyInMemory(), loadFold),
		facts: () => Promise.resolve(facts),
		flaws: () => Promise.resolve(flaws)
	};
}

const due = (days: number) => (fact: string) => factState(fact, { due: addDays(today, days) });
const known = course.facts.map(({ id }) => id);

describe('a session of today', () => {
	test('skips facts that have left the course, however many, and counts all that waits', async () => {
		const lost = known.map((fact) => due(-9)(`lost-${fact}`));
		const planner = new ReviewPlanner(course, learner([...lost, ...known.map(due(0))]), 's', () => NOON);
		const items = await planner.next([]);
		expect(items.length).toBeGreaterThan(0);
		expect(planner.waiting).toBe(600 - items.length);
	});

	test('is followed by the day on which the next askable fact is due', async () => {
		const facts = [due(-9)('lost'), due(-2)('F0'), due(3)('F1'), due(5)('F2')];
		expect(await nextDueDay(course, learner(facts, ['i0']))).toBe(addDays(today, 3));
		expect(await new ReviewPlanner(course, learner(facts, ['i0']), 's', () => NOON).next([])).toEqual([]);
		expect(await nextDueDay(course, learner(facts.slice(0, 2), ['i0']))).toBeUndefined();
	});
});
