import { addDays, dayOf } from '#lib/review/day.ts';
import type { Flaw } from '#lib/review/flaw.ts';
import { inOrder } from '#lib/review/log-order.ts';
import { NEVER } from '#lib/review/next-due.ts';
import type { Review } from '#lib/review/review.ts';
import type { FactState, StudyState } from '#lib/review/state.ts';
import { newRecord, type AttemptRecord } from '#lib/quiz/record.ts';

import type { Fold, Step } from './study-store.ts';

/** Noon of 25 November 2026 by the clock of the device, in milliseconds since 1970. */
export const NOON = new Date(2026, 10, 25, 12).getTime();
const DAY = 86_400_000;

let made = 0;

/** An answer to the item `a`, which asks for the fact `F1`: right, and on the day of {@link NOON}. */
export function review(changes: Partial<Review> = {}): Review {
	const at = changes.at ?? NOON;
	return {
		version: 1,
		id: `review-${made++}`,
		primer: 'paris-call',
		item: 'a',
		kind: 'single-choice',
		point: 1,
		facts: ['F1'],
		difficulty: 2,
		guess: 0.25,
		at,
		day: dayOf(at),
		place: at,
		fraction: 1,
		certainty: null,
		hinted: false,
		spent: 5000,
		occasion: 'review',
		...changes
	};
}

/** So many days after {@link NOON}, or before it if `days` is negative. */
export function noon(days: number): number {
	return NOON + days * DAY;
}

export function flaw(changes: Partial<Flaw> = {}): Flaw {
	const mark = { primer: 'paris-call', item: 'a', reason: 'typo', note: '', at: NOON, withdrawn: false };
	return { version: 1, ...mark, reason: 'typo', ...changes };
}

export function attempt(id: string, updatedAt = NOON): AttemptRecord {
	const form = {
		primer: 'paris-call',
		seed: 's',
		behaviour: 'practice',
		minutes: null,
		extraTime: 1
	} as const;
	return {
		...newRecord({ id, form: { ...form, items: ['a'] }, address: '?seed=s', startedAt: NOON }),
		updatedAt
	};
}

/** Only counts, in place of what `lib/review` does: a fact is due as many days later as the times it was asked. */
export const countingStep: Step = ({ facts, item, ability, day }, review) => {
	const today = review.day;
	const after = review.facts.map((fact) => {
		const reviews = (facts.find((known) => known.fact === fact)?.reviews ?? 0) + 1;
		return factState({ primer: review.primer, fact, reviews, due: addDays(today, reviews) });
	});
	const { primer, point } = review;
	return {
		facts: after,
		item: {
			version: 1,
			primer,
			item: review.item,
			difficulty: 0,
			answers: (item?.answers ?? 0) + 1,
			right: review.fraction === 1,
			at: review.at
		},
		ability: { version: 1, primer, point, ability: 0, answers: (ability?.answers ?? 0) + 1 },
		day: {
			version: 1,
			primer,
			day: today,
			answers: (day?.answers ?? 0) + 1,
			right: (day?.right ?? 0) + review.fraction,
			spent: (day?.spent ?? 0) + review.spent
		}
	};
};

/** What {@link countingStep} makes of a whole log. */
export const countingFold: Fold = (reviews) => {
	const facts = new Map<string, FactState>();
	const items = new Map<string, StudyState['items'][number]>();
	const abilities = new Map<number, StudyState['abilities'][number]>();
	const days = new Map<string, StudyState['days'][number]>();
	for (const review of inOrder(reviews)) {
		const after = countingStep(
			{
				facts: review.facts.flatMap((fact) => facts.get(fact) ?? []),
				item: items.get(review.item),
				ability: abilities.get(review.point),
				day: days.get(review.day)
			},
			review
		);
		for (const fact of after.facts) facts.set(fact.fact, fact);
		items.set(review.item, after.item);
		abilities.set(review.point, after.ability);
		const coming = [...facts.values()].map(({ due }) => due).filter((due) => due >= after.day.day);
		days.set(after.day.day, { ...after.day, nextDue: coming.sort()[0] ?? NEVER });
	}
	return {
		facts: [...facts.values()],
		items: [...items.values()],
		abilities: [...abilities.values()],
		days: [...days.values()]
	};
};

function factState(known: Pick<FactState, 'primer' | 'fact' | 'reviews' | 'due'>): FactState {
	return {
		version: 1,
		memory: { stability: 1, difficulty: 5, at: NOON },
		relearning: false,
		level: 'seen',
		since: '2026-11-25',
		kinds: ['single-choice'],
		recent: ['a'],
		lastKind: 'single-choice',
		lastDay: '2026-11-25',
		lapses: 0,
		...known
	};
}

/** What a page can hold, seen by its methods and by its keys. */
class Held {
	getItem = (key: string): string | null =>
		Object.hasOwn(this, key) ? String(Reflect.get(this, key)) : null;
	setItem = (key: string, value: string) => Reflect.set(this, key, value);
	removeItem = (key: string) => Reflect.deleteProperty(this, key);
}

/** The storage of a page, empty. */
export function heldHere(): Storage {
	return new Held() as unknown as Storage;
}
