import { describe, expect, test } from 'vitest';

import { parseAbilityState, parseDayState, parseFactState, parseItemState } from './parse-state.ts';
import { sample } from './samples/fixtures.ts';

type Entry = Record<string, unknown>;

const states: Record<string, Entry[]> = JSON.parse(JSON.stringify(sample('states-1')));
const parsers = {
	facts: parseFactState,
	items: parseItemState,
	abilities: parseAbilityState,
	days: parseDayState
};

/** What must not pass as a state, given by what is changed in a good one. */
const broken: Record<keyof typeof parsers, Entry[]> = {
	facts: [
		{ memory: null },
		{ memory: { stability: 0, difficulty: 5, at: 0 } },
		{ memory: { stability: '1', difficulty: 5, at: 0 } },
		{ memory: { stability: 1, difficulty: 11, at: 0 } },
		{ memory: { stability: 1, difficulty: 0.99, at: 0 } },
		{ memory: { stability: 1, difficulty: 5, at: -1 } },
		{ memory: { stability: 1, difficulty: 5, at: 253_402_300_800_000 } },
		{ memory: { stability: Infinity, difficulty: 5, at: 0 } },
		{ memory: { stability: -1, difficulty: 5, at: 0 } },
		{ memory: { stability: 1, difficulty: 5, at: 0, more: 1 } },
		{ due: '2026-02-31' },
		{ due: '2026-13-01' },
		{ due: 20261125 },
		{ due: ['2026-11-25'] },
		{ relearning: 'no' },
		{ level: 'expert' },
		{ since: '' },
		{ kinds: ['essay'] },
		{ kinds: { length: 0 } },
		{ recent: ['a', 'b', 'c', 'd'] },
		{ recent: ['a'.repeat(201)] },
		{ lastKind: 'toString' },
		{ lastDay: '25 November' },
		{ reviews: 1.5 },
		{ lapses: -1 }
	],
	items: [{ difficulty: NaN }, { difficulty: Infinity }, { answers: '1' }, { right: 1 }, { at: Infinity }],
	abilities: [{ point: -1 }, { ability: null }, { ability: -Infinity }, { answers: undefined }],
	days: [
		{ day: '2026-1-1' },
		{ answers: -1 },
		{ spent: NaN },
		{ spent: Infinity },
		{ spent: -1 },
		{ spent: '1' },
		{ nextDue: undefined }
	]
};

describe.each(Object.keys(parsers))('%s', (name) => {
	const parse = parsers[name as keyof typeof parsers];
	const [good = {}] = states[name] ?? [];

	test('of version 1 are read as they were written', () => {
		expect(parse(good)).toEqual(good);
	});

	test.each(broken[name as keyof typeof parsers])('are not read with %j', (change) => {
		expect(parse({ ...good, ...change })).toBeUndefined();
	});

	test.each([
		{ version: 2 },
		{ version: undefined },
		{ primer: '' },
		{ primer: 3 },
		{ primer: ['a'] },
		{ more: 1 }
	])('are not read with %j', (change) => {
		expect(parse({ ...good, ...change })).toBeUndefined();
	});

	test.each([undefined, null, 'text', 1, []])('are not %j', (value) => {
		expect(parse(value)).toBeUndefined();
	});

	test('are read with a name of 200 characters, and not with a longer one', () => {
		const [longest, longer] = [200, 201].map((length) => ({ ...good, primer: 'a'.repeat(length) }));
		expect(parse(longest)).toEqual(longest);
		expect(parse(longer)).toBeUndefined();
	});

	test('are not read where a key is only inherited', () => {
		for (const key of Object.keys(good)) {
			const { [key]: inherited, ...rest } = good;
			const value = { ...rest, more: 1 };
			Object.setPrototypeOf(value, { [key]: inherited });
			expect(parse(value), key).toBeUndefined();
		}
	});

	test('are not read where a key is missing', () => {
		for (const key of Object.keys(good)) {
			const { [key]: _, ...rest } = good;
			expect(parse(rest), key).toBeUndefined();
		}
	});
});

test('a day may have no time spent on it', () => {
	const [good = {}] = states['days'] ?? [];
	expect(parseDayState({ ...good, spent: 0 })).toEqual({ ...good, spent: 0 });
});

test('a fact may remember three items, and each of its numbers may be its minimum or maximum', () => {
	const [good = {}] = states['facts'] ?? [];
	const [first, last] = [0, 253_402_300_799_999].map((at) => ({
		memory: { stability: 5e-324, difficulty: 5, at }
	}));
	const edges = [first, last, { recent: ['a', 'b', 'c'] }, { recent: [] }, { reviews: 0 }, { lapses: 0 }];
	const memories = [1, 10].map((difficulty) => ({ memory: { stability: 1, difficulty, at: 0 } }));
	for (const change of [...edges, ...memories])
		expect(parseFactState({ ...good, ...change })).toEqual({ ...good, ...change });
});
