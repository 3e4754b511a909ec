import { expect, test } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { newEntry, type Entry } from '#lib/quiz/entry.ts';

import { parseReview } from './parse-review.ts';
import { noon } from './review-fixtures.ts';
import { reviewOf } from './review-of.ts';

const item: Pick<Item, 'id' | 'kind' | 'point' | 'difficulty'> = {
	id: 'one',
	kind: 'numeric',
	point: 2,
	difficulty: 3
};

const told = {
	id: 'x',
	primer: 'p',
	occasion: 'quiz',
	at: noon('2026-11-25'),
	facts: ['F1'],
	guess: 0
} as const;

function entryOf(...fractions: number[]): Entry {
	const tries = fractions.map((fraction) => ({
		response: '7',
		score: { state: 'scored' as const, fraction, parts: [] }
	}));
	return { ...newEntry(), tries, certainty: 1, hinted: true, spent: 900 };
}

test('a review reports the first try, whatever came after it', () => {
	expect(reviewOf(item, entryOf(0.25, 1), { ...told, facts: ['F1'] })).toEqual({
		version: 1,
		...told,
		day: '2026-11-25',
		place: told.at,
		item: 'one',
		kind: 'numeric',
		point: 2,
		difficulty: 3,
		fraction: 0.25,
		certainty: 1,
		hinted: true,
		spent: 900
	});
});

test('an answer that was never scored gave nothing', () => {
	expect(reviewOf(item, entryOf(), { ...told, facts: [] }).fraction).toBe(0);
});

test('a review names no more facts than the log takes', () => {
	const facts = Array.from({ length: 101 }, (_, index) => `F${index}`);
	const made = reviewOf(item, entryOf(1), { ...told, facts });
	expect(made.facts).toEqual(facts.slice(0, 100));
	expect(parseReview(made)).toEqual(made);
});

test('an answer to a question that was left open for days took a day', () => {
	const made = reviewOf(item, { ...entryOf(1), spent: 3 * 86_400_000 }, { ...told, facts: ['F1'] });
	expect(made.spent).toBe(86_400_000);
	expect(parseReview(made)).toEqual(made);
});
