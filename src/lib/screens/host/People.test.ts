import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';

import type { Person } from '#lib/classroom/host-protocol.ts';

import People from './People.svelte';

const person = (id: string, standing: Person['standing'], answered: number[] = []): Person => ({
	...{ id, name: `Name ${id}`, team: null, standing, joinedAt: 0, answered, times: 1, doubt: null }
});

function show(people: Person[], open: number[] = [], refusal: string | null = null) {
	const onchange = vi.fn(() => Promise.resolve(refusal));
	const onsay = vi.fn();
	render(People, { people, open, teams: [], onchange, onsay });
	return { onchange, onsay };
}

const list = (name: string) => within(screen.getByRole('region', { name }));

test('those who wait come first, and can be let in', async () => {
	const { onchange } = show([person('a', 'in'), person('b', 'held'), person('c', 'removed')]);
	const regions = screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'));
	expect(regions).toEqual(['Waiting to be let in', 'Here', 'Removed']);
	await userEvent.click(list('Waiting to be let in').getByRole('button', { name: 'Let in', hidden: true }));
	expect(onchange).toHaveBeenCalledWith('b', { standing: 'in' });
	await userEvent.click(list('Removed').getByRole('button', { name: 'Let back in', hidden: true }));
	expect(onchange).toHaveBeenCalledWith('c', { standing: 'in' });
});

test('it is told why somebody waits', () => {
	show([
		{ ...person('a', 'held'), doubt: { is: 'look-alike', of: 'Alice' } },
		{ ...person('b', 'held'), doubt: { is: 'profanity' } },
		person('c', 'held')
	]);
	const waiting = list('Waiting to be let in').getAllByRole('listitem', { hidden: true });
	expect(
		waiting.map((row) => row.querySelector('summary')?.textContent.replaceAll(/\s+/g, ' ').trim())
	).toEqual(['Name a Looks like “Alice”.', 'Name b A word that may offend.', 'Name c Was removed before.']);
});

test('it is told who has extra time, where that can be changed', () => {
	show([{ ...person('a', 'in'), times: 1.5 }, { ...person('b', 'in'), times: null }, person('c', 'in')]);
	const rows = list('Here').getAllByRole('listitem', { hidden: true });
	expect(rows.map((row) => row.querySelector('summary')?.textContent.replaceAll(/\s+/g, ' ').trim())).toEqual(
		['Name a 1.5 times as long', 'Name b No limit', 'Name c']
	);
	const chosen = screen.getAllByRole<HTMLSelectElement>('combobox', { name: 'Time', hidden: true });
	expect(chosen.map(({ value }) => value)).toEqual(['1.5', '', '1']);
});

test('it is told who has answered, and of several questions how many', () => {
	show([person('a', 'in', [4]), person('b', 'in')], [4]);
	expect(screen.getByText('answered')).toBeInTheDocument();
	expect(screen.getByText('not yet')).toBeInTheDocument();
});

test.each([
	['taken', 'Somebody else has this name.'],
	['not-host', 'This page is not the host’s any more.'],
	['unknown-pupil', 'This pupil is not in the class any more.'],
	['unreadable', 'Load the page again'],
	['of another version', 'That was not done. Try it again.']
])('where the server refuses a name as %s, the host is told what to do', async (refused, words) => {
	const { onchange } = show([person('a', 'in')], [], refused);
	const field = screen.getByRole('textbox', { name: 'Name', hidden: true });
	await userEvent.clear(field);
	await userEvent.type(field, 'Ada');
	await userEvent.click(screen.getByRole('button', { name: 'Rename', hidden: true }));
	expect(onchange).toHaveBeenCalledWith('a', { name: 'Ada' });
	expect(await screen.findByRole('alert', { hidden: true })).toHaveTextContent(words);
});

test('somebody gets more time, or all there is', async () => {
	const { onsay } = show([person('a', 'in')]);
	const time = screen.getByRole('combobox', { name: 'Time', hidden: true });
	await userEvent.selectOptions(time, '× 1.5');
	expect(onsay).toHaveBeenCalledWith({ type: 'grant', pupil: 'a', times: 1.5 });
	await userEvent.selectOptions(time, 'No limit');
	expect(onsay).toHaveBeenCalledWith({ type: 'grant', pupil: 'a', times: null });
});
