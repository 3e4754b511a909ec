import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import { courseOf, DAY, dayState, factState, NOON } from '#lib/review/map-fixtures.ts';

import { addresses, facts, primer } from './fixtures.ts';
import type { Learner } from './learner.ts';
import MapPage from './MapPage.svelte';

const somebody: Learner = {
	facts: [
		factState('F1.1', {
			level: 'mastered',
			kinds: ['ordering', 'cloze'],
			memory: { stability: 30, difficulty: 5, at: NOON - DAY }
		}),
		factState('F1.2', {
			level: 'seen',
			due: '2026-11-25',
			memory: { stability: 1, difficulty: 5, at: NOON - 40 * DAY }
		}),
		factState('F9.9', { due: '2026-11-25' })
	],
	items: [],
	days: [dayState('2026-11-23'), dayState('2026-11-24', { answers: 4, right: 4, spent: 125_000 })],
	flawed: new Set(),
	streak: true
};

const show = (given: Partial<Parameters<typeof render<typeof MapPage>>[1]> = {}) =>
	render(MapPage, {
		primer,
		outline: courseOf(facts),
		facts,
		outcomes: [],
		finalTest: null,
		addresses,
		learner: somebody,
		failed: false,
		retry: () => Promise.resolve(),
		now: NOON,
		...given
	});

describe('the map of what a learner knows', () => {
	it('says that it is reading, and shows what there is to know', () => {
		show({ learner: null, now: 0 });
		screen.getByText('Reading what this device has kept …');
		expect(screen.getAllByRole('button', { name: /not seen yet$/ })).toHaveLength(4);
		expect(screen.queryByRole('heading', { name: 'Your days' })).toBeNull();
	});

	it('invites who has learnt nothing to begin', () => {
		show({ learner: { facts: [], items: [], days: [], flawed: new Set(), streak: true } });
		screen.getByText('4 facts to learn, and all of them wait for you.');
		expect(screen.getByRole('link', { name: 'Begin with point 1' })).toHaveAttribute(
			'href',
			'/course/learn/1'
		);
		expect(screen.queryByRole('heading', { name: 'Your days' })).toBeNull();
	});

	it('says how much is known, fact by fact, and what to do next', () => {
		show();
		screen.getByText('Of the 4 facts to learn, you would probably recall 2 right now.');
		screen.getByText('One fact is due today.');
		expect(screen.getByRole('link', { name: 'Review what is due' })).toHaveAttribute(
			'href',
			'/course/review'
		);
		const point = within(screen.getByRole('region', { name: 'Point 1: One' }));
		point.getByText('1 of 2 right so far');
		point.getByText('1 mastered, 0 proficient, 0 familiar, 1 seen, 0 not seen yet');
		const cells = within(point.getByRole('list', { name: 'Facts of point 1' })).getAllByRole('button');
		const names = [
			'The title of F1.1: mastered, chance of recall 99%',
			'The title of F1.2: seen, fading and due today, chance of recall 57%'
		];
		cells.forEach((cell, index) => {
			expect(cell).toHaveAccessibleName(names[index]);
			expect(cell).toHaveAccessibleDescription('');
		});
	});

	it('calls a fact by its title, also one that was not seen, and by its code where it has none', () => {
		show();
		screen.getByRole('button', { name: 'The title of F2.1: not seen yet' });
		screen.getByRole('button', { name: 'Fact F0.1: not seen yet' });
	});

	it('says which language the titles are in where the page has another', () => {
		show({ primer: { ...primer, language: 'fr' } });
		const cell = screen.getByRole('button', { name: 'The title of F2.1: not seen yet' });
		expect(within(cell).getByText('The title of F2.1')).toHaveAttribute('lang', 'fr');
	});

	it('is one stop of the Tab key, from which arrows, Home and End lead to every fact and no further', async () => {
		show();
		const cells = screen.getAllByRole('button', { name: /: / });
		expect(cells).toHaveLength(4);
		const stops = () => cells.filter(({ tabIndex }) => tabIndex === 0);
		expect(stops()).toEqual([cells[0]]);
		const user = userEvent.setup();
		cells[0]?.focus();
		for (const [key, place] of [
			['{ArrowRight}', 1],
			['{ArrowRight}', 2],
			['{ArrowLeft}', 1],
			['{End}', 3],
			['{ArrowRight}', 3],
			['{Home}', 0],
			['{ArrowLeft}', 0]
		] as const) {
			await user.keyboard(key);
			expect(cells[place], key).toHaveFocus();
			expect(stops()).toEqual([cells[place]]);
		}
	});

	it('opens a fact under its title', async () => {
		// jsdom knows no modal dialogs.
		HTMLDialogElement.prototype.showModal = function () {
			this.open = true;
		};
		show();
		await userEvent.click(screen.getByRole('button', { name: /^The title of F1\.1: / }));
		const dialog = screen.getByRole('dialog', { name: 'The title of F1.1' });
		within(dialog).getByRole('heading', { name: 'The title of F1.1' });
		within(dialog).getByText('The claim of F1.1.');
	});

	it('has the primer as a whole after the points', () => {
		show();
		const groups = screen.getAllByRole('list', { name: /^Facts / });
		expect(groups.map((group) => group.getAttribute('aria-label'))).toEqual([
			'Facts of point 1',
			'Facts of point 2',
			'Facts about the course as a whole'
		]);
	});

	it('counts days in a row only where the learner wants it', () => {
		show();
		screen.getByText('2 days in a row, and today can be the next.');
	});

	it('counts no days in a row where the learner does not want it', () => {
		show({ learner: { ...somebody, streak: false } });
		expect(screen.queryByText(/in a row/)).toBeNull();
		screen.getByRole('heading', { name: 'Your days' });
	});

	it('tells of each day, and leaves out what the course no longer has', () => {
		show();
		const totals = within(screen.getByRole('table', { name: 'Time and answers' }));
		const rows = totals.getAllByRole('row').slice(1);
		expect(
			rows.map((row) =>
				within(row)
					.getAllByRole('cell')
					.map((cell) => cell.textContent)
			)
		).toEqual([
			['7 mins', '12', '83%'],
			['7 mins', '12', '83%']
		]);
		screen.getByText('12 answers on 2 days.');
		screen.getByText('2 facts come back, the first on Wednesday 25 November.');
	});

	it('waits for nothing that the learner has marked as flawed', () => {
		show({ learner: { ...somebody, flawed: new Set(['about-F1.2']) } });
		screen.getByText('Nothing is due. Point 2 has one fact that you have not seen yet.');
		screen.getByRole('button', { name: 'The title of F1.2: seen, fading, chance of recall 57%' });
		screen.getByText(/^1 fact comes back/);
	});

	it('offers to try again where nothing could be read', async () => {
		const retry = vi.fn();
		show({ learner: null, failed: true, retry });
		await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
		expect(retry).toHaveBeenCalledOnce();
	});
});

describe('of a course that says what one can do at its end', () => {
	const outcomes = [
		{ id: 'O1', point: 1, text: 'Explain the first', facts: ['F1.1'] },
		{ id: 'O2', point: 1, text: 'Tell the second', facts: ['F1.2', 'F0.1'] }
	];

	it('stands above its facts, with how far the learner is in words', () => {
		show({ outcomes, finalTest: { outcomes: 2, count: 4 } });
		screen.getByText('By now you can do 1 of the 2 things that the course is for.');
		const point = within(screen.getByRole('region', { name: 'Point 1: One' }));
		point.getByRole('heading', { name: 'Explain the first You can do this' });
		point.getByRole('heading', { name: 'Tell the second 0 of 2 facts known' });
		const cells = within(point.getByRole('list', { name: 'Facts for “Explain the first”' })).getAllByRole(
			'button'
		);
		expect(cells).toHaveLength(1);
		// Of its two facts, one has its cell in another place.
		expect(point.getAllByText(/fact stands/).map((words) => words.textContent)).toEqual([
			'One more fact stands with another point.'
		]);
		expect(point.queryByText('More facts')).toBeNull();
		const other = within(screen.getByRole('region', { name: 'Point 2: Two' }));
		other.getByRole('list', { name: 'Facts of point 2' });
	});

	it('shows the facts of no outcome after the others, and the way to the final test', () => {
		show({ outcomes: outcomes.slice(0, 1), finalTest: { outcomes: 1, count: 4 } });
		const point = within(screen.getByRole('region', { name: 'Point 1: One' }));
		expect(within(point.getByRole('list', { name: 'More facts' })).getAllByRole('button')).toHaveLength(1);
		const test = within(screen.getByRole('region', { name: 'Final test' }));
		expect(test.getByRole('link', { name: 'Begin the final test' })).toHaveAttribute(
			'href',
			'/course/quiz?behaviour=practice&over=outcomes'
		);
	});

	it('says nothing of the kind for a course without', () => {
		show();
		expect(screen.queryByRole('region', { name: 'Final test' })).toBeNull();
		expect(screen.queryByText(/By now you can do/)).toBeNull();
	});
});
