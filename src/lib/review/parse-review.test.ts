import { describe, expect, test } from 'vitest';

import { parseReview, reviewMigrations } from './parse-review.ts';
import { REVIEW_VERSION, type Review } from './review.ts';
import { sample } from './samples/fixtures.ts';

const written: Review = {
	version: 1,
	id: '6f1c2a9e-0d0b-4b6e-9c55-1f0a4f3f2b10',
	primer: 'paris-call',
	item: 'launch-event',
	kind: 'single-choice',
	point: 0,
	facts: ['F0.3'],
	difficulty: 1,
	guess: 1 / 3,
	at: 1764064800000,
	day: '2025-11-25',
	place: 1764064800000,
	fraction: 1,
	certainty: 3,
	hinted: false,
	spent: 8400,
	occasion: 'learn'
};

test('there is a migration for each version that was', () => {
	expect(reviewMigrations).toHaveLength(REVIEW_VERSION - 1);
});

test('a review of each version that was comes out as one of this', () => {
	for (let version = 1; version <= REVIEW_VERSION; version++)
		expect(parseReview(sample(`review-${version}`)), `version ${version}`).toEqual(written);
});

test('the largest review that may be is one', () => {
	const name = 'a'.repeat(200);
	const facts = Array.from({ length: 100 }, (_, index) => `F1.${index}`);
	for (const largest of [
		{ ...written, id: name, primer: name, item: name, facts },
		{ ...written, facts: [name], spent: 86_400_000, place: 253_402_300_799_999 + 1e9 },
		{ ...written, fraction: 0, certainty: null, guess: 0 }
	])
		expect(parseReview(largest)).toEqual(largest);
});

describe('what is no review', () => {
	test.each<[string, unknown]>([
		['nothing', undefined],
		['a text', 'review'],
		['a newer version', { ...written, version: REVIEW_VERSION + 1 }],
		['one without an id', { ...written, id: '' }],
		['one with an id that is too long', { ...written, id: 'a'.repeat(201) }],
		['one of too many facts', { ...written, facts: Array.from({ length: 101 }, () => 'F1.1') }],
		['one with a key too many', { ...written, more: 1 }],
		['an unknown kind', { ...written, kind: 'essay' }],
		['more than everything right', { ...written, fraction: 1.01 }],
		['a moment that is none', { ...written, at: NaN }],
		['a moment after the year 9999', { ...written, at: 1e15 }],
		['a day that no calendar has', { ...written, day: '2025-11-31' }],
		['a day that the moment has nowhere', { ...written, day: '2025-11-27' }],
		['a place that is none', { ...written, place: Infinity }],
		['a place that leaves none behind it', { ...written, place: Number.MAX_SAFE_INTEGER }],
		['a place long after the last moment', { ...written, place: 253_402_300_799_999 + 1e9 + 1 }],
		['a certainty that nobody can say', { ...written, certainty: 4 }],
		['less than no time', { ...written, spent: -1 }],
		['more than a day', { ...written, spent: 86_400_001 }],
		['an unknown occasion', { ...written, occasion: 'dream' }],
		['facts that are none', { ...written, facts: [3] }]
	])('%s', (_, value) => {
		expect(parseReview(value)).toBeUndefined();
	});
});
