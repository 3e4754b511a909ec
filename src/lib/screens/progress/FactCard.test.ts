import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import { courseOf, factState, NOON } from '#lib/review/map-fixtures.ts';
import { cellsOf, mapOf } from '#lib/review/mastery.ts';
import type { FactState } from '#lib/review/state.ts';

import FactCard from './FactCard.svelte';
import { addresses, facts, primer } from './fixtures.ts';

function show(id: string, ...states: FactState[]) {
	const map = mapOf(courseOf(facts), states, new Set(['about-F1.2']), NOON);
	const cell = cellsOf(map).find(({ fact }) => fact === id);
	const fact = facts.find((each) => each.id === id);
	if (!cell || !fact) throw new Error(`There is no fact ${id}.`);
	return render(FactCard, { cell, fact, primer, addresses, now: NOON });
}

const valueOf = (term: string) =>
	screen.getByText(term).nextElementSibling?.textContent.replaceAll(/\s+/g, ' ').trim();

describe('a fact of the map', () => {
	it('is not told before it was seen', () => {
		show('F2.1');
		expect(screen.queryByText('The claim of F2.1.')).toBeNull();
		expect(screen.getByRole('link', { name: 'Learn point 2' })).toHaveAttribute('href', '/course/learn/2');
	});

	it('tells what it says, where, and what changed since', () => {
		show('F1.1', factState('F1.1'));
		screen.getByText('The claim of F1.1.');
		expect(screen.getByRole('link', { name: 'Point 1, first line' })).toHaveAttribute(
			'href',
			'/course/facts#F1.1'
		);
		screen.getByRole('note', { name: 'Since then' });
	});

	it('says which language the title of a source is in, where that is not the language of the page', () => {
		const [first] = facts[1]?.since ?? [];
		if (!first) throw new Error('Nothing has changed since.');
		const titles = [
			{ title: 'Une page', language: 'fr' },
			{ title: 'A page', language: 'en' },
			{ title: 'No language' }
		];
		const since = titles.map((source) => ({
			...first,
			source: { ...source, address: 'https://example.org' }
		}));
		const course = { ...primer, language: 'fr' };
		const map = mapOf(courseOf(facts), [factState('F1.1')], new Set(), NOON);
		const cell = cellsOf(map).find(({ fact }) => fact === 'F1.1');
		const [, fact] = facts;
		if (!cell || !fact) throw new Error('There is no such fact.');
		render(FactCard, { cell, fact: { ...fact, since }, primer: course, addresses, now: NOON });
		const langs = titles.map(({ title }) => screen.getByRole('link', { name: title }).getAttribute('lang'));
		expect(langs).toEqual(['fr', null, 'fr']);
	});

	it('says how well it is known, and when it comes again', () => {
		show('F1.1', factState('F1.1', { kinds: ['cloze', 'ordering'], reviews: 5, lapses: 2 }));
		expect(valueOf('Level')).toBe('familiar, since 24 November 2026');
		expect(valueOf('Comes again')).toBe('on Friday 4 December');
		expect(valueOf('Answers')).toBe('5, 2 of them not right');
		expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(
			expect.arrayContaining(['filling blanks', 'ordering'])
		);
	});

	it('comes again today where it is due, and has nothing to show after it went wrong', () => {
		show('F1.1', factState('F1.1', { kinds: [], due: '2026-11-20', lapses: 1 }));
		expect(valueOf('Comes again')).toBe('today');
		expect(valueOf('Right in')).toBe('nothing since it last went wrong');
	});

	it('draws how it fades, and says it in words', () => {
		show('F1.1', factState('F1.1', { memory: { stability: 10, difficulty: 5, at: NOON } }));
		screen.getByRole('img', { name: 'The chance of recall falls from 100% to 81% in 30 days.' });
		screen.getByText('below 90% from 5 December 2026');
		screen.getByText(/^below 70% from \d+ February 2027$/);
	});

	it('is not said to be recalled where it went wrong the last time, and draws no curve then', () => {
		show('F1.1', factState('F1.1', { relearning: true, lapses: 1, reviews: 2, due: '2026-11-25' }));
		screen.getByText('Not right the last time, so it does not count as recalled.');
		expect(screen.queryByText('Chance of recall now, an estimate')).toBeNull();
		expect(screen.queryByRole('img', { name: /chance of recall/ })).toBeNull();
		expect(valueOf('Comes again')).toBe('today');
	});

	it('does not promise to come again where no question about it is left', () => {
		show('F1.2', factState('F1.2'));
		expect(valueOf('Comes again')).toBe('not: you have marked all its questions as flawed');
	});
});
