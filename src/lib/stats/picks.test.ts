import { describe, expect, test } from 'vitest';

import { compile, example, fixtures } from '#lib/kinds/fixtures.ts';
import { samples, solution } from '#lib/kinds/index.ts';

import { optionsOf, picksOf } from './picks.ts';

describe.each(fixtures)('$name', ({ kind, raw }) => {
	const item = compile(kind, raw);

	test('picks something wherever something is given, and other things where it is right and wrong', () => {
		const { right, wrong } = samples(item);
		expect(picksOf(item, right)).not.toEqual([]);
		expect(picksOf(item, wrong)).not.toEqual([]);
		expect(picksOf(item, right)).not.toEqual(picksOf(item, wrong));
	});

	test('picks nothing where nothing is given', () => {
		expect(picksOf(item, samples(item).unanswered)).toEqual([]);
		expect(picksOf(item, null)).toEqual([]);
	});

	test('has what is right among its options, as the key', () => {
		const keys = optionsOf(item).flatMap(({ id, key }) => (key ? [id] : []));
		expect(keys.toSorted()).toEqual(picksOf(item, solution(item)).toSorted());
	});
});

test('options that nobody has to pick are there too', () => {
	const item = { kind: 'single-choice', interaction: example('single-choice') } as const;
	expect(optionsOf(item)).toEqual([
		{ id: 'the-paris-peace-forum', key: false },
		{ id: 'the-internet-governance-forum', key: true },
		{ id: 'the-itu-plenipotentiary', key: false }
	]);
	const statement = { kind: 'true-false', interaction: example('true-false') } as const;
	expect(optionsOf(statement)).toEqual([
		{ id: 'true', key: false },
		{ id: 'false', key: true }
	]);
});

test('texts that were typed differently and are read alike are one pick', () => {
	const name = { kind: 'short-text', interaction: example('short-text') } as const;
	expect(picksOf(name, ' MACRÓN! ')).toEqual(picksOf(name, 'macron'));
	const gaps = { kind: 'cloze', interaction: example('cloze') } as const;
	expect(picksOf(gaps, { habits: 'Hygiène', event: 'forum', year: '' })).toEqual([
		'habits:hygiene',
		'event:forum'
	]);
});

test('a verdict stands beside its reason', () => {
	const item = { kind: 'true-false-reason', interaction: example('true-false-reason') } as const;
	expect(picksOf(item, { verdict: false, reason: null })).toEqual(['verdict:false']);
	expect(picksOf(item, { verdict: true, reason: 'only-firms-joined' })).toEqual([
		'verdict:true',
		'only-firms-joined'
	]);
});

test('an element is picked with its place in the order', () => {
	const item = { kind: 'ordering', interaction: example('ordering') } as const;
	expect(picksOf(item, ['b', 'a'])).toEqual(['b:1', 'a:2']);
});

test('what is no response picks nothing', () => {
	const item = { kind: 'matching', interaction: example('matching') } as const;
	for (const value of [undefined, 3, true, [1, null], { a: { b: 'c' } }])
		expect(picksOf(item, value)).toEqual([]);
});
