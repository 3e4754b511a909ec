import { seeded } from '#lib/chance/random.ts';
import { kindNames } from '#lib/kinds/index.ts';
import { addDays, dayOf } from '#lib/review/day.ts';
import type { StudyOutline } from '#lib/review/outline.ts';
import { nextAdaptive } from '#lib/review/plan/next-adaptive.ts';
import { planReview } from '#lib/review/plan/plan-review.ts';
import { studyStateOf } from '#lib/review/study-state.ts';
import { REVIEW_VERSION, type Review } from '#lib/review/review.ts';
import type { FactState, ItemState } from '#lib/review/state.ts';
import { step } from '#lib/review/step.ts';

import { amount, median, timesOf } from './measure.ts';
import { grouped, printTable } from './table.ts';

const RUNS = amount(9, 1);
const FACTS = amount(5000, 50);
const ITEMS = amount(6000, 60);
const REVIEWS = amount(100_000, 1000);
const TARGET = 100_000;

/** How long it takes to add an answer, to read a long log again, and to plan a session in a large course. */
export function benchStudy(): void {
	const outline = largeCourse();
	const log = longLog(outline);
	const { facts, items, abilities, days } = studyStateOf(log);

	const today = addDays(log.at(-1)?.day ?? '2025-01-01', 3650);
	const due = facts.map((fact) => ({ ...fact, due: fact.due < today ? fact.due : today }));
	const flawed = new Set<string>();
	const seen = new Set(due.map(({ fact }) => fact));
	const planning = { outline, due, seen, days, flawed, seed: today };
	const choosing = { outline, abilities, items, answered: [], flawed, seed: today };
	printTable(
		`Self-study with ${grouped(FACTS)} facts, ${grouped(ITEMS)} items and ${grouped(REVIEWS)} reviews, median of ${RUNS} runs`,
		['what', 'ms', 'best', 'a second'],
		[
			row(`scheduling a review (target: ${grouped(TARGET)})`, REVIEWS, () => stepThrough(log)),
			row('reading the log again, a review', REVIEWS, () => {
				if (studyStateOf(log).facts.length !== FACTS) throw new Error('Some facts were never asked for.');
			}),
			row('planning today, all facts due', 1, () => {
				if (planReview(planning).items.length === 0) throw new Error('Nothing was planned.');
			}),
			row('choosing the next item', 1, () => {
				if (nextAdaptive(choosing) === undefined) throw new Error('Nothing was chosen.');
			})
		]
	);
}

/** What some runs took: milliseconds each, and how many operations they did in a second. */
function row(what: string, things: number, run: () => void): string[] {
	const times = timesOf(RUNS, run);
	const middle = median(times);
	return [what, middle.toFixed(1), Math.min(...times).toFixed(1), grouped((things * 1000) / middle)];
}

/** Takes the step of each review from what the one before it left of the same fact and item. */
function stepThrough(log: readonly Review[]): void {
	const facts = new Map<string, FactState>();
	const items = new Map<string, ItemState>();
	for (const review of log) {
		const before = review.facts.flatMap((fact) => facts.get(fact) ?? []);
		const after = step(
			{ facts: before, item: items.get(review.item), ability: undefined, day: undefined },
			review
		);
		for (const fact of after.facts) facts.set(fact.fact, fact);
		items.set(after.item.item, after.item);
	}
	if (facts.size !== FACTS) throw new Error('Some facts were never asked for.');
}

/** A course of five points, with an item for each fact and some that ask for two. */
function largeCourse(): StudyOutline {
	const random = seeded('course');
	const pointOf = (fact: number) => (fact % 5) + 1;
	return {
		primer: 'large',
		points: [1, 2, 3, 4, 5],
		facts: Array.from({ length: FACTS }, (_, fact) => ({ id: `F${fact}`, point: pointOf(fact) })),
		items: Array.from({ length: ITEMS }, (_, item) => {
			const fact = item % FACTS;
			return {
				id: `item-${item}`,
				kind: kindNames[Math.floor(random() * kindNames.length)] ?? 'single-choice',
				point: pointOf(fact),
				facts: item < FACTS ? [`F${fact}`] : [`F${fact}`, `F${(fact + 5) % FACTS}`],
				difficulty: item % 3 === 0 ? 1 : item % 3 === 1 ? 2 : 3,
				effort: 0,
				guess: 0.25,
				enemies: item >= FACTS ? [`item-${fact}`] : []
			};
		})
	};
}

/** About a year and a half of answers, four out of five of them right, to items that ask for every fact. */
export function longLog({ items, primer }: StudyOutline, count = REVIEWS): Review[] {
	const random = seeded('log');
	const begin = Date.UTC(2025, 0, 1, 8);
	return Array.from({ length: count }, (_, index) => {
		const item = items[index < items.length ? index : Math.floor(random() * items.length)] ?? items[0];
		if (!item) throw new Error('The course has no items.');
		const { id, kind, point, facts, difficulty, guess } = item;
		const at = begin + index * 8 * 60_000;
		return {
			version: REVIEW_VERSION,
			id: `review-${index}`,
			primer,
			item: id,
			kind,
			point,
			facts,
			difficulty,
			guess,
			at,
			day: dayOf(at),
			place: at,
			fraction: random() < 0.8 ? 1 : 0,
			certainty: null,
			hinted: false,
			spent: 20_000,
			occasion: 'review'
		};
	});
}
