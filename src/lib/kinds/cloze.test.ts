import { expect, test } from 'vitest';

import { seeded } from '#lib/chance/random.ts';

import { faults, publicView, samples, score } from './cloze.ts';
import { complaints, example } from './fixtures.ts';

const item = example('cloze');
const ALL = { habits: 'hygiene', event: 'forum', year: '2018' };

test.each([
	[ALL, 1, 1],
	[{ ...ALL, habits: 'Hygene' }, 1, 1],
	[{ ...ALL, year: '2017' }, 2 / 3, 0],
	[{ event: 'forum' }, 1 / 3, 0],
	[{ ...ALL, habits: ' ', event: '' }, 1 / 3, 0],
	[{ habits: 'health', event: 'summit', year: 'twenty-eighteen' }, 1 / 3, 0]
])('%j earns %d, or %d where all counts', (response, share, all) => {
	expect(score(item, response)).toMatchObject({ state: 'scored', fraction: share });
	expect(score(example('cloze', { scoring: 'all-or-nothing' }), response)).toMatchObject({ fraction: all });
});

test('tells how each blank was answered', () => {
	expect(score(item, { habits: 'hygeine', event: 'summit' })).toMatchObject({
		parts: [
			{ id: 'habits', verdict: 'right', why: 'because-a', meant: 'hygiene' },
			{ id: 'event', verdict: 'wrong', why: 'because-c', key: 'forum' },
			{ id: 'year', verdict: 'missed', why: 'because-d', key: '2018' }
		]
	});
	expect(score(item, { habits: 'Health!' })).toMatchObject({
		parts: [{ verdict: 'wrong', why: 'no-a', key: 'hygiene' }, { verdict: 'missed', why: 'because-b' }, {}]
	});
});

test('is unanswered while every blank is empty', () => {
	for (const nothing of [{}, { habits: '' }, { habits: ' … ', event: '' }]) {
		expect(score(item, nothing)).toEqual({ state: 'unanswered' });
	}
});

test.each([
	[{ event: 'Forum' }, 'not-a-response'],
	[{ month: 'May' }, 'not-a-response'],
	[{ year: 2018 }, 'not-a-response'],
	[['hygiene'], 'not-a-response'],
	[{ habits: 'a'.repeat(201) }, 'too-long']
])('refuses %j', (given, malformation) => {
	expect(score(item, given)).toEqual({ state: 'malformed', malformation });
});

test('reads what is typed into a blank up to 200 characters', () => {
	expect(score(item, { habits: 'a'.repeat(200) })).toMatchObject({ state: 'scored', fraction: 0 });
});

test('shows blanks without their forms, and choices', () => {
	const { segments } = publicView(item, seeded('a seed'));
	const blanks = segments.filter((segment) => 'blank' in segment);
	expect(blanks.map(({ blank, choices }) => [blank, choices?.map(({ id }) => id).toSorted()])).toEqual([
		['habits', undefined],
		['event', ['forum', 'summit']],
		['year', undefined]
	]);
	expect(segments[0]).toEqual({ text: 'Habits that keep a computer safe are called cyber ' });
	expect(segments).toHaveLength(7);
});

const typed = { id: 'x', accept: ['a word'], why: 'so' };
const chosen = {
	id: 'y',
	choices: [
		{ text: 'one', key: true, why: 'so' },
		{ text: 'two', why: 'so' }
	]
};

test.each([
	['a mark without a blank', 'An {x} and {y} and {z}.', [typed, chosen], [['text']]],
	['a blank without a mark', 'An {x}.', [typed, chosen], [['blanks', 1]]],
	['a mark that is used twice', 'An {x} and {y} and {x}.', [typed, chosen], [['text']]],
	['a blank that is listed twice', 'An {x}.', [typed, typed], [['blanks', 1, 'id']]],
	['a brace without its pair', 'An {x} and {y} and {.', [typed, chosen], [['text']]],
	[
		'no key',
		'An {y}.',
		[
			{
				id: 'y',
				choices: [
					{ text: 'one', why: 'so' },
					{ text: 'two', why: 'so' }
				]
			}
		],
		[['blanks', 0, 'choices']]
	],
	[
		'equal choices',
		'An {y}.',
		[{ id: 'y', choices: [...chosen.choices, { text: 'Two', why: 'so' }] }],
		[['blanks', 0, 'choices', 2, 'text']]
	],
	[
		'a wrong form that is accepted',
		'An {x}.',
		[{ ...typed, wrong: [{ text: 'A-Word', why: 'so' }] }],
		[['blanks', 0, 'wrong', 0, 'text']]
	],
	['a form without words', 'An {x}.', [{ ...typed, accept: ['word', '…'] }], [['blanks', 0, 'accept', 1]]]
])('finds %s', (_, text, blanks, paths) => {
	expect(faults(example('cloze', { text, blanks })).map(({ path }) => path)).toEqual(paths);
});

test.each([
	['both', { ...typed, choices: chosen.choices }, 'has “choices” and what only a typed blank has'],
	['choices and slips', { ...chosen, slips: 1 }, 'has “choices” and what only a typed blank has'],
	['choices and a reason', { ...chosen, why: 'so' }, 'has “choices” and what only a typed blank has'],
	[
		'choices and a wrong form',
		{ ...chosen, wrong: [{ text: 'three', why: 'so' }] },
		'has “choices” and what only a typed blank has'
	],
	['a reason alone', { id: 'x', why: 'so' }, 'has neither “accept” nor “choices”'],
	['neither', { id: 'x' }, 'has neither “accept” nor “choices”'],
	['no why', { id: 'x', accept: ['word'] }, 'has no “why”'],
	['no form', { ...typed, accept: [] }, 'has no accepted form'],
	['a number', { ...typed, accept: [2018] }, 'is not a text'],
	['two slips', { ...typed, slips: 2 }, 'is neither 0 nor 1']
])('its schema refuses a blank with %s', (_, blank, complaint) => {
	const found = complaints('cloze', { text: '{x}', blanks: [blank] });
	expect(found.map((message) => message.split('\n'))).toEqual([[complaint, expect.stringMatching(/\.$/)]]);
});

test('a blank may follow another, and the words around one do not belong to the other', () => {
	const words = [
		{ id: 'x', accept: ['cyber'], why: 'so' },
		{ id: 'y', accept: ['hygiene'], why: 'so' }
	];
	const beside = example('cloze', {
		text: 'Good {x}{y} for all, {z}',
		blanks: [...words, { ...typed, id: 'z' }]
	});
	expect(score(beside, { x: 'good cyber', y: 'hygiene for all', z: 'for all a word' })).toMatchObject({
		fraction: 1
	});
	for (const strange of [{ x: 'cyber for' }, { y: 'good hygiene' }, { z: 'good a word' }]) {
		expect(score(beside, strange)).toMatchObject({ fraction: 0 });
	}
});

test('a single blank is right or wrong', () => {
	const single = example('cloze', { text: 'A {x}.', blanks: [typed] });
	expect(samples(single)).toMatchObject({ partlyRight: null, wrong: { x: '0' } });
});

test('a text has at most 20,000 characters', () => {
	const complaintsOf = (length: number) =>
		complaints('cloze', { text: '{x}'.padStart(length, 'a'), blanks: [typed] });
	expect(complaintsOf(20_000)).toEqual([]);
	expect(complaintsOf(20_001)).toEqual([
		'has more than 20000 characters\nShorten it, or make several items of it.'
	]);
});
