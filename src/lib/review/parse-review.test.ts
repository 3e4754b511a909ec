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

test('there is a migration for each old version', () => {
	expect(reviewMigrations).toHaveLength(REVIEW_VERSION - 1);
});

test('a review of each old version is read as one of this version', () => {
	for (let version = 1; version <= REVIEW_VERSION; version++)
		expect(parseReview(sample(`review-${version}`)), `version ${version}`).toEqual(written);
});

test('the largest possible review is one', () => {
	const name = 'a'.repeat(200);
	const facts = Array.from({ length: 100 }, (_, index) => `F1.${index}`);
	for (const largest of [
		{ ...written, id: name, primer: name, item: name, facts },
		{ ...written, facts: [name], spent: 86_400_000, place: 253_402_300_799_999 + 1e9 },
		{ ...written, fraction: 0, certainty: null, guess: 0 }
	])
		expect(parseReview(largest)).toEqual(largest);
});

test('the smallest possible review is one, and nothing smaller', () => {
	const first = { ...written, id: 'a', point: 0, facts: [], at: 0, day: '1970-01-01', place: 0, spent: 0 };
	expect(parseReview(first)).toEqual(first);
	for (const less of [
		{ point: -1 },
		{ point: 0.5 },
		{ at: -1 },
		{ place: -1 },
		{ fraction: -0.1 },
		{ guess: -0.1 }
	])
		expect(parseReview({ ...first, ...less }), JSON.stringify(less)).toBeUndefined();
});

test('a review at the last possible moment is one, and none after it', () => {
	const last = { ...written, at: 253_402_300_799_999, day: '9999-12-31' };
	expect(parseReview(last)).toEqual(last);
	expect(parseReview({ ...last, at: last.at + 1 })).toBeUndefined();
});

test('its day may be one of any calendar, with its noon at most a day and a half away', () => {
	const [noon, apart] = [Date.UTC(2025, 10, 25, 12), 36 * 3_600_000];
	const at = (moment: number) => parseReview({ ...written, at: moment, day: '2025-11-25' }) !== undefined;
	expect([-apart - 1, -apart, apart, apart + 1].map((off) => at(noon + off))).toEqual([
		false,
		true,
		true,
		false
	]);
});

describe('what is no review', () => {
	test.each<[string, unknown]>([
		['nothing', undefined],
		['a text', 'review'],
		['a newer version', { ...written, version: REVIEW_VERSION + 1 }],
		['a version that cannot be made a number', { ...written, version: { toString: null } }],
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
		['a place that leaves no room after it', { ...written, place: Number.MAX_SAFE_INTEGER }],
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
