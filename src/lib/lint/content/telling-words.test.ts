import { expect, test } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import type { Stimulus } from '#lib/bank/stimulus.ts';

import { bankWith, choice, findingsOf, written } from '../fixtures.ts';

const sample = bankWith(
	written('short-text', {
		id: 'city',
		stem: 'After which city is the plan named?',
		accept: ['Geneva', 'Geneva, Switzerland'],
		wrong: []
	}),
	choice('What does it ask for?', 'a code', ['a law', 'a map'], { id: 'first', facts: ['F2.1'] }),
	choice('Who wrote it?', 'a firm', ['a state', 'a town'], { id: 'second', facts: ['F2.1'] })
);
const plan: Stimulus = {
	id: 'plan',
	title: 'A plan',
	text: 'Somebody wrote a plan in Geneva.',
	sourceAfter: false
};

/** What is found where some items are about the plan, and some are enemies of the first. */
function found(about: readonly string[], enemies: readonly string[] = [], stimulus = plan) {
	const items = sample.items.map((item): Item => ({
		...item,
		...(about.includes(item.id) && { stimulus }),
		...(item.id === 'city' && { enemies: [...enemies] })
	}));
	return findingsOf('C-13', { ...sample, items }).map(({ subject, path }) => ({ subject, path }));
}

test('what several items are about is told of the first of them', () => {
	expect(found(['first', 'second'])).toEqual([{ subject: { stimulus: 'plan' }, path: ['text'] }]);
	expect(found(['second'])).toEqual([{ subject: { stimulus: 'plan' }, path: ['text'] }]);
	expect(found([])).toEqual([]);
});

test('an enemy of one of them never meets the others either', () => {
	expect(found(['first', 'second'], ['second'])).toEqual([]);
});

test('an item that is about it, too, is not given away: it shows it itself', () => {
	expect(found(['city', 'first'])).toEqual([]);
});

test('its title counts too, and a source that is shown with it', () => {
	const quiet = { ...plan, text: 'Somebody wrote it.' };
	const source = { title: 'The plan that was named in Geneva' };
	const path = (stimulus: Stimulus) => found(['second'], [], stimulus).map((each) => each.path);
	expect(path(quiet)).toEqual([]);
	expect(path({ ...quiet, title: 'A plan, named in Geneva' })).toEqual([['title']]);
	expect(path({ ...quiet, source })).toEqual([['source', 'title']]);
	expect(path({ ...quiet, source, sourceAfter: true })).toEqual([]);
});
