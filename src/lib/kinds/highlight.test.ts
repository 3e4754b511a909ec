import { expect, test } from 'vitest';

import { example } from './fixtures.ts';
import { faults, publicView, score } from './highlight.ts';

const item = example('highlight');

test.each([
	[['probably', 'them-all'], 1, 1],
	[['probably'], 1 / 2, 0],
	[['probably', 'them-all', 'nobody'], 1 / 2, 0],
	[['probably', 'nobody'], 0, 0],
	[['nobody', 'each-country'], 0, 0],
	[['probably', 'them-all', 'nobody', 'each-country'], 0, 0]
])('%j earns %d, or %d where all counts', (response, share, all) => {
	expect(score(item, response)).toMatchObject({ state: 'scored', fraction: share });
	expect(score(example('highlight', { scoring: 'all-or-nothing' }), response)).toMatchObject({
		fraction: all
	});
});

test('shows the passage in its order, spans with their ids', () => {
	expect(publicView(item)).toEqual({
		segments: [
			{ text: 'The reasons are ' },
			{ span: 'probably', text: 'probably' },
			{ text: ' different for ' },
			{ span: 'each-country', text: 'each country' },
			{ text: ', and ' },
			{ span: 'nobody', text: 'nobody' },
			{ text: ' knows ' },
			{ span: 'them-all', text: 'them all' },
			{ text: '.' }
		]
	});
});

test('shows a mark that no span describes as ordinary words', () => {
	const odd = example('highlight', { passage: 'It is [probably] so, [they say].' });
	expect(publicView(odd).segments).toEqual([
		{ text: 'It is ' },
		{ span: 'probably', text: 'probably' },
		{ text: ' so, ' },
		{ text: 'they say' },
		{ text: '.' }
	]);
});

const spans = [
	{ text: 'one', key: true, why: 'so' },
	{ text: 'two', why: 'so' }
];

test.each([
	['a span that is not marked', '[one] and two', [['spans', 1]]],
	['a mark that no span describes', '[one] and [two] and [three]', [['passage']]],
	['the same words twice', '[one] and [two] and [one]', [['passage']]],
	['a bracket without its pair', '[one] and [two] and ]', [['passage']]],
	['brackets in brackets', '[[one] and [two]', [['passage']]]
])('finds %s', (_, passage, paths) => {
	expect(faults(example('highlight', { passage, spans })).map(({ path }) => path)).toEqual(paths);
});

test('says how to make the same words differ', () => {
	expect(faults(example('highlight', { passage: '[one], [two], [one]', spans }))).toEqual([
		{ path: ['passage'], message: '“one” is marked twice', fix: 'Make the two differ or extend one.' }
	]);
});

test('requires words that are wrong to highlight, too', () => {
	const keys = spans.map((span) => ({ ...span, key: true }));
	expect(
		faults(example('highlight', { passage: '[one] [two]', spans: keys })).map(({ path }) => path)
	).toEqual([['spans']]);
});
