import { describe, expect, test } from 'vitest';

import { seeded } from '#lib/chance/random.ts';

import { addDays } from '../day.ts';
import type { StudyOutline } from '../outline.ts';
import { studyStateOf } from '../study-state.ts';
import { noon } from '../review-fixtures.ts';
import { REVIEW_VERSION, type Occasion, type Review } from '../review.ts';
import type { FactState } from '../state.ts';
import { itemsOf, shipped } from './plan-fixtures.ts';
import { planLearn } from './plan-learn.ts';
import { planRelearn } from './plan-relearn.ts';
import { planReview } from './plan-review.ts';

const FIRST = '2026-11-01';
const flawed = new Set<string>();

const seenIn = (facts: readonly FactState[]) => new Set(facts.map(({ fact }) => fact));

/** A learner who passes through a point a day, reviews what is due each day, and learns again what went wrong. */
function study(outline: StudyOutline, skill: number, days: number) {
	const random = seeded('learner', String(skill));
	const log: Review[] = [];
	const sessions: { day: string; questions: number; waiting: number }[] = [];
	const answer = (id: string, day: string, occasion: Occasion, again = true): void => {
		const [item] = itemsOf(outline, [id]);
		if (!item) throw new Error(`The course has no item ${id}.`);
		const { kind, point, facts, difficulty, guess } = item;
		log.push({
			version: REVIEW_VERSION,
			id: String(log.length).padStart(6, '0'),
			primer: outline.primer,
			item: id,
			kind,
			point,
			facts,
			difficulty,
			guess,
			at: noon(day) + log.length,
			day,
			place: noon(day) + log.length,
			fraction: random() < skill ? 1 : 0,
			certainty: null,
			hinted: false,
			spent: 25_000,
			occasion
		});
		if (!again) return;
		const known = studyStateOf(log).facts;
		const missed = known.filter(({ fact, relearning }) => relearning && facts.includes(fact));
		for (const next of planRelearn(outline, missed, seenIn(known), flawed, day))
			answer(next, day, occasion, false);
	};
	for (let index = 0; index < days; index++) {
		const day = addDays(FIRST, index);
		const before = studyStateOf(log);
		const due = before.facts.filter((fact) => fact.due <= day);
		const { items, waiting } = planReview({
			outline,
			due,
			seen: seenIn(before.facts),
			days: before.days,
			flawed,
			seed: day
		});
		sessions.push({ day, questions: items.length, waiting });
		for (const { item } of items) answer(item, day, 'review');
		const seen = seenIn(studyStateOf(log).facts);
		const point = [0, ...outline.points].find((point) =>
			outline.facts.some((fact) => fact.point === point && !seen.has(fact.id))
		);
		if (point === undefined) continue;
		for (const id of planLearn({ outline, point, seen, flawed, seed: day }).items) answer(id, day, 'learn');
	}
	return { log, sessions, ...studyStateOf(log) };
}

describe.each(shipped.map((outline) => ({ name: outline.primer, outline })))(
	'$name in 30 days',
	({ outline }) => {
		test('a learner who knows everything has mastered it, in minutes a day', () => {
			const { facts, sessions, log } = study(outline, 1, 30);
			expect(facts).toHaveLength(outline.facts.length);
			// A fact whose days have grown far apart may not have come up a third time.
			const mastered = facts.filter(({ level }) => level === 'mastered').length;
			expect(mastered / facts.length).toBeGreaterThan(0.9);
			expect(Math.max(...sessions.map(({ questions }) => questions))).toBeLessThanOrEqual(24);
			// What is known is asked ever more seldom.
			const asked = (from: number, to: number) =>
				log.filter(({ at }) => at >= noon(addDays(FIRST, from)) && at < noon(addDays(FIRST, to))).length;
			expect(asked(20, 30)).toBeLessThan(asked(0, 10));
		});

		test('a learner who is right four times in five keeps up, and knows most of it', () => {
			const { facts, sessions } = study(outline, 0.8, 30);
			const share = (level: string) => facts.filter((fact) => fact.level === level).length / facts.length;
			expect(share('seen')).toBeLessThan(0.15);
			expect(share('mastered')).toBeGreaterThan(0.3);
			const kept = sessions.map(({ waiting }) => waiting);
			expect(Math.max(...kept)).toBeLessThan(facts.length / 4);
		});

		test('a learner who knows nothing is never held up by it', () => {
			const { facts, sessions } = study(outline, 0, 6);
			expect(facts.every(({ level }) => level === 'seen')).toBe(true);
			expect(facts.every(({ due }) => due <= addDays(FIRST, 5))).toBe(true);
			expect(Math.max(...sessions.map(({ questions }) => questions))).toBeLessThanOrEqual(24);
		});
	}
);
