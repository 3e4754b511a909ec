import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import type { Stimulus } from '#lib/bank/stimulus.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import { playedClass } from '#lib/classroom/played-fixtures.ts';
import { reportOf } from '#lib/classroom/report.ts';
import { publicView } from '#lib/kinds/index.ts';

import WallReveal from './WallReveal.svelte';

const record = playedClass();
const { items } = reportOf(record);
const course = { date: '2018-11-13', language: 'en' };

function show(id: string, stimulus?: Stimulus) {
	const asked = record.bank.items.find((each) => each.id === id);
	const item = asked && stimulus ? { ...asked, stimulus } : asked;
	const report = items.find((each) => each.id === id);
	if (!item || !report) throw new Error(`${id} was not asked.`);
	render(WallReveal, {
		item,
		view: viewOf(item, publicView(item, orderOf('seed', id))),
		facts: [],
		tally: report.rounds.at(-1)?.tally ?? null,
		comparison: report.comparison ?? null,
		course
	});
}

function row(words: string) {
	const found = screen.getAllByRole('listitem').find(({ textContent }) => textContent.includes(words));
	if (!found) throw new Error(`Nothing says “${words}”: ${document.body.textContent}`);
	return within(found);
}

test('each option has its number, and what is right says so in a word', () => {
	show('single-choice');
	expect(screen.getByText('2 of 3 answered')).toBeInTheDocument();
	expect(row('the Internet Governance Forum').getByText('Right')).toBeInTheDocument();
	expect(row('the Internet Governance Forum').getByText('1 (50%)')).toBeInTheDocument();
	expect(row('the Paris Peace Forum').queryByText('Right')).toBeNull();
	expect(row('the Paris Peace Forum').getByText('1 (50%)')).toBeInTheDocument();
});

test('a source that would have told the answer is named with the explanation', () => {
	const source = { title: 'A charter', publisher: 'A city', date: '2001-02-03' };
	show('single-choice', { id: 'case', title: 'Some words', text: 'Words.', source, sourceAfter: true });
	expect(screen.getByText('A charter')).toBeInTheDocument();
});

test('two rounds stand side by side over those who answered both, with what was gained', () => {
	show('short-text');
	expect(screen.getByText('Over the 3 who answered both times')).toBeInTheDocument();
	// From 0 to 2 of 3.
	expect(screen.getByText(/2 went from wrong to right, 0 from right to wrong/)).toBeInTheDocument();
	expect(screen.getByText(/Normalised gain: 0\.67 \(medium\)/)).toBeInTheDocument();
	const right = row('Right');
	expect([right.getByText('0 (0%)'), right.getByText('2 (67%)')]).toHaveLength(2);
});

test('an item that nobody answered says so', () => {
	const [item] = record.bank.items;
	if (!item) throw new Error('There is no item.');
	const tally = {
		asked: 2,
		answered: 0,
		malformed: 0,
		unanswered: 2,
		facility: null,
		certainty: [],
		groups: []
	};
	render(WallReveal, {
		item,
		view: viewOf(item, publicView(item, orderOf('seed', item.id))),
		...{ facts: [], tally, comparison: null, course }
	});
	expect(screen.getByText('Nobody has answered.')).toBeInTheDocument();
});
