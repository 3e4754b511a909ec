import { describe, expect, test } from 'vitest';

import { bankWith, choice, several, TODAY, written, type Written } from './fixtures.ts';
import { lint } from './lint.ts';

const WHY = 'Whoever reads page one again will find it there.';

const elements = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		text: `town ${'abcdefghijklmnop'.charAt(index)}`,
		category: index % 2 ? 'here' : 'there',
		why: WHY
	}));

/** What teachers write with good reason: a course need not be shaped as our rules would like. */
const reasonable: Record<string, Written> = {
	'a choice between yes and no': choice('Is it law?', 'yes', ['no']),
	'a number without a unit': written('numeric', { unit: [], stem: 'How many are there?' }),
	'a unit that the stem does not repeat': written('numeric', { stem: 'How long was it?' }),
	'four elements to sort': written('categorise', {
		categories: [
			{ id: 'here', text: 'here' },
			{ id: 'there', text: 'there' }
		],
		elements: elements(4)
	}),
	'fourteen elements to sort': written('categorise', {
		categories: [
			{ id: 'here', text: 'here' },
			{ id: 'there', text: 'there' }
		],
		elements: elements(14)
	}),
	'three elements to order': written('ordering', {
		elements: [1, 2, 3].map((sort) => ({ text: `the ${'xyz'.charAt(sort - 1)} code`, sort, why: WHY }))
	}),
	'as many options as premises': written('matching', {
		premises: [
			{ text: 'Canada', match: 'state', why: WHY },
			{ text: 'Siemens', match: 'firm', why: WHY }
		],
		options: [
			{ id: 'state', text: 'a government' },
			{ id: 'firm', text: 'a company' }
		]
	}),
	'a quoted “not”': choice('Who wrote “we shall not be moved”?', 'a', ['b', 'c']),
	'a “not” outside of quotation marks': choice('Why did they not agree?', 'a', ['b', 'c']),
	'a text that begins with a blank': written('cloze', {
		text: '{who} gave the speech.',
		blanks: [{ id: 'who', accept: ['Macron'], why: WHY }]
	}),
	'a short explanation': choice('Which?', 'a', ['b', 'c'], { explanation: 'Two and two are four.' }),
	'spans that share an end': choice('How many?', '10 to 20', ['20 to 30', '30 to 40']),
	'a key that echoes the stem': choice('Which network guards the code?', 'the network code', [
		'a law',
		'a map'
	]),
	'a request with “now”': choice('What should you do now?', 'a', ['b', 'c']),
	'a passage of which half is marked': written('highlight', {
		passage: '[one two] and [three]',
		spans: [
			{ text: 'one two', key: true, why: WHY },
			{ text: 'three', why: WHY }
		]
	})
};

describe('no rule refuses', () => {
	test.each(Object.entries(reasonable))('%s', (_, item) => {
		const { found } = lint(bankWith(item), { today: TODAY });
		expect(found.filter(({ level }) => level === 'error')).toEqual([]);
	});
});

test('no rule demands what another refuses: “select all that apply” after the question', () => {
	const item = several('Which of them are meant? Select all that apply.', ['a', 'b'], ['c', 'd']);
	const { found } = lint(bankWith(item), { today: TODAY });
	expect(found.filter(({ path }) => path[0] === 'stem')).toEqual([]);
});
