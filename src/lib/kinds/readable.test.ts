import { expect, test } from 'vitest';

import { seeded } from '#lib/chance/random.ts';

import { compile } from './fixtures.ts';
import { publicView, unreadable } from './index.ts';

const months = { value: 12, unit: ['months', 'month'], why: 'so' };
const view = { kind: 'numeric' as const, interaction: publicView(compile('numeric', months), seeded('x')) };

test.each([
	['12', null],
	['11 month', null],
	['12 days', 'other-unit'],
	['1 2', 'not-a-number'],
	['twelve', 'not-a-number'],
	['1'.repeat(201), 'too-long'],
	['', null],
	[' ', null],
	[null, null],
	[12, 'not-a-response']
])('a number of months typed as %j: %s', (typed, malformation) => {
	expect(unreadable(view, typed)).toBe(malformation);
});

test('an order of only some elements is malformed, but no order at all is unanswered', () => {
	const elements = [{ id: 'a' }, { id: 'b' }, { id: 'c' }].map((part) => ({ ...part, text: part.id }));
	const ordering = { kind: 'ordering' as const, interaction: { elements } };
	expect(unreadable(ordering, ['a', 'b'])).toBe('not-a-response');
	expect(unreadable(ordering, [])).toBeNull();
	expect(unreadable(ordering, Object.assign(['a'], { length: 3, 2: 'b' }))).toBe('not-a-response');
});

test('a place may have a name that every object inherits', () => {
	const label = { id: 'prototype', text: 'x' };
	const interaction = { premises: [{ id: 'constructor', text: 'y' }], options: [label] };
	const matching = { kind: 'matching' as const, interaction };
	expect(unreadable(matching, { constructor: 'prototype' })).toBeNull();
	expect(unreadable(matching, { constructor: 'constructor' })).toBe('not-a-response');
	expect(unreadable(matching, JSON.parse('{"__proto__": "prototype"}'))).toBe('not-a-response');
});
