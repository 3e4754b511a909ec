import 'fake-indexeddb/auto';

import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';

import { followed, newBook, parseBook, withPupils, type ClassBook } from '#lib/classroom/book/book.ts';
import { playedClass } from '#lib/classroom/played-fixtures.ts';
import { toldReport, type ToldReport } from '#lib/classroom/told.ts';
import { openBooks } from '#lib/store/books/open.ts';

import ClassNames from './ClassNames.svelte';

const book = withPupils(
	newBook({ id: 'book', name: '7b', language: 'en', at: 1 }),
	['Ada', 'Blaise', 'Chloé'],
	2
);
const other = withPupils(newBook({ id: 'other', name: '8a', language: 'en', at: 1 }), ['Dora'], 2);
const codes = book.pupils.map(({ code }) => code);

/** A and B have typed their codes, C something else. */
function told(): ToldReport {
	const record = playedClass();
	const names = [codes[0], codes[1]?.toLowerCase(), 'me'];
	const pupils = record.pupils.map((pupil, index) => ({ ...pupil, name: names[index] ?? pupil.name }));
	return toldReport({ ...record, pupils }, { code: 'ABC', createdAt: 5, endedAt: 6 }, 30);
}

function show() {
	const onnames = vi.fn<(names: ReadonlyMap<string, string>) => void>();
	render(ClassNames, { told: told(), classId: 'class', books: '/host/book', onnames });
	return { onnames, last: () => [...(onnames.mock.lastCall?.[0] ?? [])] };
}

async function kept(): Promise<ClassBook | undefined> {
	const all = await (await openBooks()).list();
	return all.flatMap((each) => parseBook(each) ?? []).find(({ id }) => id === 'book');
}

beforeEach(async () => {
	const store = await openBooks();
	for (const each of [other, book]) await store.update(each.id, () => each);
});

test('the book whose codes were typed says who they are', async () => {
	const { last } = show();
	expect(await screen.findByRole('combobox', { name: 'Book' })).toHaveValue('book');
	await waitFor(() =>
		expect(last()).toEqual([
			['a', 'Ada'],
			['b', 'Blaise']
		])
	);
	await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Book' }), 'none: show codes');
	expect(last()).toEqual([]);
});

test('the teacher says who the others are, and keeps the class: names stay in the book alone', async () => {
	const { last } = show();
	await userEvent.click(await screen.findByText('2 names are none of the codes: say who they are'));
	await userEvent.selectOptions(screen.getByRole('combobox', { name: 'me' }), codes[2] ?? '');
	expect(last()).toContainEqual(['c', 'Chloé']);
	await userEvent.click(screen.getByRole('button', { name: 'Keep this class in the book' }));
	await screen.findByText('Kept. “7b” now follows these pupils over this class, too.');
	const after = await kept();
	// A 3 of 3, B and C 1 of 3.
	expect(after && followed(after).map(({ shares }) => shares)).toEqual([[1], [1 / 3], [1 / 3]]);
	await userEvent.click(screen.getByRole('button', { name: 'Keep it in the book again' }));
	expect((await kept())?.classes).toHaveLength(1);
});

test('without a book there is nothing to see', async () => {
	const store = await openBooks();
	for (const id of ['book', 'other']) await store.remove(id);
	const { onnames } = show();
	await waitFor(() => expect(onnames).toHaveBeenCalledWith(new Map()));
	expect(screen.queryByRole('combobox')).toBeNull();
});
