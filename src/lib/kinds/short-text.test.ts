import { expect, test } from 'vitest';

import { complaints, example } from './fixtures.ts';
import { faults, publicView, samples, score } from './short-text.ts';

const item = example('short-text');

test.each([
	['Macron', { verdict: 'right', why: 'because-a' }],
	['  mäcron. ', { verdict: 'right', why: 'because-a' }],
	['emmanuel-macron', { verdict: 'right', why: 'because-a' }],
	['Macorn', { verdict: 'right', why: 'because-a', meant: 'Macron' }],
	['Emanuel Macron', { verdict: 'right', why: 'because-a', meant: 'Emmanuel Macron' }],
	['Mavron', { verdict: 'right', why: 'because-a', meant: 'Macron' }],
	['the Macron', { verdict: 'right', why: 'because-a' }],
	['Micron', { verdict: 'wrong', why: 'because-a', key: 'Macron', tellsKey: true }],
	['Merkel', { verdict: 'wrong', why: 'because-a', key: 'Macron', tellsKey: true }],
	['SARKOZY', { verdict: 'wrong', why: 'because-b', key: 'Macron' }]
])('“%s” is judged', (given, part) => {
	expect(score(item, given)).toEqual({
		state: 'scored',
		fraction: part.verdict === 'right' ? 1 : 0,
		parts: [{ id: 'text', ...part }]
	});
});

test('does not forgive an expected wrong form', () => {
	const wrong = [{ text: 'Micron', why: 'because-chips' }];
	expect(score(example('short-text', { wrong }), 'micron')).toMatchObject({
		fraction: 0,
		parts: [{ why: 'because-chips' }]
	});
});

test('forgives nothing where no slip is allowed', () => {
	expect(score(example('short-text', { slips: 0 }), 'Macorn')).toMatchObject({ fraction: 0 });
});

test('tells nothing from too much', () => {
	for (const nothing of [' ', '?!', '\u00a0—\u200b'])
		expect(score(item, nothing)).toEqual({ state: 'unanswered' });
	expect(score(item, 'a'.repeat(200))).toMatchObject({ state: 'scored', fraction: 0 });
	expect(score(item, 'a'.repeat(201))).toEqual({ state: 'malformed', malformation: 'too-long' });
	expect(score(item, ['Macron'])).toEqual({ state: 'malformed', malformation: 'not-a-response' });
});

test('shows nothing', () => {
	expect(publicView()).toEqual({});
});

test('makes up a wrong answer if none is expected', () => {
	const numbers = example('short-text', { accept: ['0', '1', 'two'], wrong: [] });
	expect(samples(numbers).wrong).toBe('2');
	expect(score(numbers, '2')).toMatchObject({ fraction: 0 });
});

test('finds forms that nobody can type, and wrong ones that are right', () => {
	const accept = ['Macron', '?', 'a'.repeat(201), 'b'.repeat(200)];
	const wrong = [
		{ text: 'MACRON', why: 'so' },
		{ text: '!', why: 'so' }
	];
	expect(faults(example('short-text', { accept, wrong })).map(({ path }) => path)).toEqual([
		['accept', 1],
		['accept', 2],
		['wrong', 0, 'text'],
		['wrong', 1, 'text']
	]);
});

test('its schema says what to do', () => {
	expect(complaints('short-text', { accept: [2018], why: 'so' })).toEqual([
		'is not a text\nPut it in quotation marks, such as "2018".'
	]);
});
