import { render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import { courseOf, factState, NOON } from '#lib/review/map-fixtures.ts';
import { mapOf } from '#lib/review/mastery.ts';
import type { Moved } from '#lib/review/moved.ts';
import type { WhatMoved as Told } from '#lib/study/what-moved.ts';

import { endingText } from './ending-text.ts';
import WhatMoved from './WhatMoved.svelte';

const facts = ['F1.1', 'F1.2', 'F1.3', 'F2.1'].map((id) => ({
	id,
	title: `The title of ${id}`,
	point: Number(id[1])
}));
const course = courseOf(facts);
const moved: Moved[] = [
	{ fact: 'F1.1', from: 'unseen', to: 'familiar', how: 'rose', due: '2026-12-04' },
	{ fact: 'F1.2', from: 'proficient', to: 'familiar', how: 'fell', due: '2026-11-25' },
	{ fact: 'F1.3', from: 'seen', to: 'seen', how: 'missed', due: '2026-11-25' },
	{ fact: 'F9.9', from: 'familiar', to: 'familiar', how: 'stayed', due: '2026-11-26' }
];
const told: Told = {
	moved,
	before: mapOf(
		course,
		[factState('F1.2', { level: 'proficient' }), factState('F1.3', { level: 'seen' })],
		new Set(),
		NOON
	),
	after: mapOf(
		course,
		moved.map(({ fact, to }) => factState(fact, { level: to === 'unseen' ? 'seen' : to })),
		new Set(),
		NOON
	),
	advice: undefined,
	today: '2026-11-25'
};

const show = (what = told, language = 'en') => render(WhatMoved, { what, facts, language });
const rows = (name: string) =>
	within(screen.getByRole('heading', { name }).parentElement ?? document.body)
		.getAllByRole('listitem')
		.map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim());

describe('what some answers have moved', () => {
	it('is told fact by fact, by title, with its levels and when it comes back', () => {
		show();
		expect(rows('1 fact rose')).toEqual([
			'The title of F1.1 from not seen yet to familiar comes back Friday 4 December'
		]);
		expect(rows('1 fact fell back')).toEqual([
			'The title of F1.2 from proficient to familiar comes back today'
		]);
		expect(rows('1 fact is not right yet')).toEqual(['The title of F1.3 seen comes back today']);
	});

	it('promises nothing of a fact that cannot be asked any more', () => {
		show();
		expect(rows('1 fact held its level')).toEqual(['Fact F9.9 familiar']);
	});

	it('fills the rings of its points, and of no others', async () => {
		show();
		const points = within(screen.getByRole('list', { name: 'The points it was about' }));
		expect(points.getAllByRole('listitem')).toHaveLength(1);
		points.getByText(/2 of 3 right so far/);
		const levels = () =>
			[...document.querySelectorAll('.ring path[data-level]')].map((arc) => arc.getAttribute('data-level'));
		expect(levels()).toEqual(['proficient', 'seen', 'unseen']);
		await waitFor(() => expect(levels()).toEqual(['familiar', 'familiar', 'seen']));
	});

	it('says which language the titles are in where the page has another', () => {
		show(told, 'fr');
		expect(screen.getByText('The title of F1.1')).toHaveAttribute('lang', 'fr');
	});

	it('is nothing where nothing has moved', () => {
		const { container } = show({ ...told, moved: [] });
		expect(container).toHaveTextContent('');
	});
});

it('the end of a session can be had as plain text', () => {
	const answered = [
		{ item: 'a', facts: ['F1.1'], right: true },
		{ item: 'b', facts: ['F1.2'], right: false }
	];
	const named = facts.map((fact) => ({
		...fact,
		claim: '',
		where: '',
		since: [],
		status: 'stable' as const
	}));
	const session = { answered, elapsed: 125_000, facts: named, course: 'A course' };
	expect(endingText(session, told, 'Done until tomorrow')).toBe(`A course, 25 November 2026

Done until tomorrow
1 of 2 answers right, in about 2 minutes.

1 fact rose
- The title of F1.1 · from not seen yet to familiar · comes back Friday 4 December

1 fact fell back
- The title of F1.2 · from proficient to familiar · comes back today

1 fact is not right yet
- The title of F1.3 · seen · comes back today

1 fact held its level
- Fact F9.9 · familiar`);
});
