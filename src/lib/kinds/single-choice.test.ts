import { expect, test } from 'vitest';

import { complaints, example } from './fixtures.ts';
import { faults, publicView, score } from './single-choice.ts';
import { seeded } from '#lib/chance/random.ts';

const item = example('single-choice');

test('makes ids of the words, without markup', () => {
	expect(item.options.map(({ id }) => id)).toEqual([
		'the-paris-peace-forum',
		'the-internet-governance-forum',
		'the-itu-plenipotentiary'
	]);
});

test('tells how each option was answered', () => {
	expect(score(item, 'the-paris-peace-forum')).toEqual({
		state: 'scored',
		fraction: 0,
		parts: [
			{ id: 'the-paris-peace-forum', verdict: 'wrong', why: 'because-a' },
			{ id: 'the-internet-governance-forum', verdict: 'missed', why: 'because-b' },
			{ id: 'the-itu-plenipotentiary', verdict: 'passed', why: 'because-c' }
		]
	});
});

test('keeps the order of the file if asked to', () => {
	const kept = example('single-choice', { shuffle: false });
	for (const seed of ['1', '2', '3']) {
		expect(publicView(kept, seeded(seed)).options.map(({ id }) => id)).toEqual(
			kept.options.map(({ id }) => id)
		);
	}
});

test.each([
	['no key', [{ text: 'a' }, { text: 'b' }], [['options']]],
	[
		'two keys',
		[
			{ text: 'a', key: true },
			{ text: 'b', key: true }
		],
		[['options']]
	],
	['equal words', [{ text: 'The Call.', key: true }, { text: 'the  *call*' }], [['options', 1, 'text']]],
	[
		'equal ids',
		[
			{ id: 'a', text: 'b', key: true },
			{ id: 'a', text: 'c' }
		],
		[['options', 1, 'id']]
	],
	['ids made equal', [{ text: '5', key: true }, { text: '−5' }], [['options', 1, 'id']]],
	['no words for an id', [{ text: '…', key: true }, { text: 'b' }], [['options', 0, 'text']]]
])('finds %s', (_, options, paths) => {
	const faulty = example('single-choice', { options: options.map((option) => ({ why: 'so', ...option })) });
	expect(faults(faulty).map(({ path }) => path)).toEqual(paths);
	for (const { message, fix } of faults(faulty)) expect([message, fix].join()).not.toContain('undefined');
});

test('does not mistake a meaningful character at the end for punctuation', () => {
	const languages = [
		{ id: 'c', text: 'C', key: true, why: 'so' },
		{ id: 'c-plus-plus', text: 'C++', why: 'so' }
	];
	expect(faults(example('single-choice', { options: languages }))).toEqual([]);
});

test('its schema says what to do', () => {
	expect(complaints('single-choice', { options: [{ text: 'a', why: 'so' }] })).toEqual([
		'has fewer than two options\nAdd a distractor.'
	]);
	expect(
		complaints('single-choice', {
			options: [
				{ text: 'a', why: 'so' },
				{ id: 'B!', text: 'b', why: 'so' }
			]
		})
	).toEqual(['is not an id\nUse small letters, digits and single hyphens, such as “second-choice”.']);
});
