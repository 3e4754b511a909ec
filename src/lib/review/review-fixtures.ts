import fc from 'fast-check';

import { difficulties } from '#lib/bank/difficulty.ts';
import { kindNames } from '#lib/kinds/index.ts';
import { certainties } from '#lib/quiz/behaviour.ts';

import { dayOf } from './day.ts';
import { occasions, REVIEW_VERSION, type Review } from './review.ts';

/** A review as tests need one: right, on a day at noon, with what is unusual about it. */
export function review(changes: Partial<Review> = {}): Review {
	const at = changes.at ?? noon('2026-11-25');
	return {
		version: REVIEW_VERSION,
		id: 'r1',
		primer: 'p',
		item: 'i1',
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
		spent: 20_000,
		occasion: 'review',
		...changes
	};
}

/** Noon of a day by the calendar of this machine, in milliseconds since 1970. */
export function noon(day: string): number {
	return new Date(`${day}T12:00:00`).getTime();
}

const DAYS = 60;
const start = noon('2026-11-25');

/** Any review at a small primer within two months. */
export const anyReview: fc.Arbitrary<Review> = fc
	.record({
		version: fc.constant(REVIEW_VERSION),
		id: fc.integer({ min: 0, max: 200 }).map(String),
		primer: fc.constant('p'),
		item: fc.constantFrom('i1', 'i2', 'i3', 'i4', 'i5'),
		kind: fc.constantFrom(...kindNames),
		point: fc.integer({ min: 0, max: 2 }),
		facts: fc.uniqueArray(fc.constantFrom('F1', 'F2', 'F3', 'F4'), { maxLength: 3 }),
		difficulty: fc.constantFrom(...difficulties),
		guess: fc.constantFrom(0, 0.25, 0.5),
		at: fc.integer({ min: start, max: start + DAYS * 86_400_000 }),
		place: fc.nat(200),
		fraction: fc.constantFrom(0, 0.5, 0.6, 1),
		certainty: fc.constantFrom(null, ...certainties),
		hinted: fc.boolean(),
		spent: fc.nat(120_000),
		occasion: fc.constantFrom(...occasions)
	})
	.map((review) => ({ ...review, day: dayOf(review.at) }));
