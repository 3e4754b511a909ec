import { describe, expect, test } from 'vitest';

import { example } from './fixtures.ts';
import {
	isAssigned,
	isAssignmentOf,
	isDeeper,
	isOneOf,
	isOrderOf,
	isSomeOf,
	isVerdictAndReason
} from './given.ts';
import { score as scoreCategorise } from './categorise.ts';
import { score as scoreCloze } from './cloze.ts';
import { score as scoreMatching } from './matching.ts';

const IDS = ['a', 'b'];

test('a list is no assignment, nor is an empty one', () => {
	const malformed = { state: 'malformed', malformation: 'not-a-response' };
	for (const list of [[], ['a'], Object.assign([], { a: 'b' })]) {
		expect(isAssigned(list)).toBe(false);
		expect(scoreCloze(example('cloze'), list)).toEqual(malformed);
		expect(scoreMatching(example('matching'), list)).toEqual(malformed);
		expect(scoreCategorise(example('categorise'), list)).toEqual(malformed);
	}
	for (const text of ['', 'ab']) expect(isAssigned(text)).toBe(false);
});

test.each([
	['a', true],
	['c', false],
	['', false],
	[null, false],
	[['a'], false]
])('%j names one of two: %s', (given, fits) => {
	expect(isOneOf(IDS, given)).toBe(fits);
});

test.each([
	[[], true, true],
	[['a'], true, false],
	[['b', 'a'], true, true],
	[['a', 'a'], false, false],
	[['a', 'c'], false, false],
	[['a', 1], false, false],
	[{ 0: 'a', length: 1 }, false, false],
	['a', false, false]
])('%j names some of two: %s, orders them: %s', (given, some, ordered) => {
	expect(isSomeOf(IDS, given)).toBe(some);
	expect(isOrderOf(IDS, given)).toBe(ordered);
});

test.each([
	[{}, true],
	[{ a: 'x' }, true],
	[{ a: '' }, true],
	[{ a: 'y' }, false],
	[{ c: 'x' }, false],
	[{ c: '' }, false],
	[{ a: 1 }, false],
	[null, false],
	['a', false]
])('%j gives labels to places: %s', (given, fits) => {
	expect(isAssignmentOf(IDS, ['x'], given)).toBe(fits);
});

describe('a verdict and a reason', () => {
	test.each([
		[{ verdict: true, reason: 'a' }, true],
		[{ verdict: null, reason: null }, true],
		[{ verdict: false, reason: '' }, true],
		[{ verdict: true, reason: 'c' }, false],
		[{ verdict: 'true', reason: 'a' }, false],
		[{ verdict: true }, false],
		[{ reason: 'a' }, false],
		[{ verdict: true, reason: 'a', more: 1 }, false],
		[[], false],
		[null, false]
	])('%j: %s', (given, fits) => {
		expect(isVerdictAndReason(IDS, given)).toBe(fits);
	});
});

test.each([
	['text', 0, false],
	[null, 0, false],
	[[], 0, true],
	[{}, 1, false],
	[['a'], 1, false],
	[[['a']], 1, true],
	[{ a: 'b', c: { d: [] } }, 2, true],
	[{ a: 'b', c: { d: [] } }, 3, false]
])('%j has more than %d levels: %s', (value, levels, deeper) => {
	expect(isDeeper(value, levels)).toBe(deeper);
});
