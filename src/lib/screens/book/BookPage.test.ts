import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';

import { newBook, parseBook, withPupils, type ClassBook } from '#lib/classroom/book/book.ts';
import { writeBookFile } from '#lib/classroom/book/file.ts';
import { booksInMemory } from '#lib/store/books/in-memory.ts';
import * as files from '#lib/ui/save-file.ts';

import BookPage from './BookPage.svelte';

const sample: ClassBook = {
	...withPupils(newBook({ id: 'book', name: '7b', language: 'en', at: 1 }), ['Ada', '=1+1'], 2),
	classes: [{ id: 'class', at: Date.UTC(2026, 10, 2), title: 'The course', shares: {} }]
};
const [ada, formula] = sample.pupils.map(({ code }) => code);
sample.classes[0] = {
	...{ id: 'class', at: Date.UTC(2026, 10, 2), title: 'The course' },
	shares: { [ada ?? '']: 0.75 }
};

function show(kept: ClassBook[] = []) {
	const books = new Map<string, unknown>(kept.map((book) => [book.id, book]));
	const store = { ...booksInMemory(books), lasting: true };
	const open = vi.fn(() => Promise.resolve(store));
	render(BookPage, { open, reportAt: (id) => `/host/${id}/report`, join: 'school.example/join' });
	return { store, open, read: () => [...books.values()].flatMap((each) => parseBook(each) ?? []) };
}

afterEach(() => void vi.restoreAllMocks());

test('a new book has a code for each name', async () => {
	const { read } = show();
	await userEvent.type(screen.getByLabelText('What you call the class, such as 7b'), '7b');
	await userEvent.type(screen.getByLabelText('Names, one in each line'), 'Ada{enter}Blaise');
	await userEvent.click(screen.getByRole('button', { name: 'Make the book' }));
	const region = await screen.findByRole('article', { name: '7b' });
	const [first, second] = read()[0]?.pupils ?? [];
	expect([first?.name, second?.name]).toEqual(['Ada', 'Blaise']);
	expect(within(region).getByLabelText(`Name of ${first?.code}`)).toHaveValue('Ada');
	for (const field of screen.getAllByLabelText('Names, one in each line')) expect(field).toHaveValue('');
});

test('pupils are added, renamed and taken out', async () => {
	const { read } = show([sample]);
	const region = await screen.findByRole('article', { name: '7b' });
	await userEvent.type(within(region).getByLabelText('Names, one in each line'), 'Chloé');
	await userEvent.click(within(region).getByRole('button', { name: 'Add these pupils' }));
	await waitFor(() => expect(read()[0]?.pupils).toHaveLength(3));
	const field = within(region).getByLabelText(`Name of ${ada}`);
	await userEvent.clear(field);
	await userEvent.type(field, 'Ada L.{tab}');
	await waitFor(() => expect(read()[0]?.pupils[0]?.name).toBe('Ada L.'));
	await userEvent.clear(within(region).getByLabelText(`Name of ${formula}`));
	await userEvent.tab();
	await waitFor(() => expect(read()[0]?.pupils.map(({ name }) => name)).toEqual(['Ada L.', 'Chloé']));
});

test('shows each pupil over the classes, and saves that for spreadsheets', async () => {
	const saved = vi.spyOn(files, 'saveFile').mockImplementation(() => undefined);
	show([sample]);
	const region = await screen.findByRole('article', { name: '7b' });
	expect(within(region).getByRole('link', { name: '2 November 2026' })).toHaveAttribute(
		'href',
		'/host/class/report'
	);
	expect(
		within(region)
			.getAllByRole('row')
			.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent.trim()))
	).toEqual([[], [ada, '75%', '75%'], [formula, '–', '–']]);
	await userEvent.click(within(region).getByRole('button', { name: 'Save the table as CSV' }));
	expect(saved.mock.lastCall?.slice(0, 2)).toEqual([
		'class-book-7b.csv',
		`\uFEFFName,Code,Mean,2026-11-02 The course\r\nAda,${ada},0.75,0.75\r\n'=1+1,${formula},,\r\n`
	]);
	await userEvent.click(within(region).getByRole('button', { name: 'Save the book as a file' }));
	expect(saved.mock.lastCall).toEqual(['class-book-7b.json', writeBookFile(sample)]);
});

test('prints a card for each pupil', async () => {
	show([sample]);
	const region = await screen.findByRole('article', { name: '7b' });
	await userEvent.click(within(region).getByRole('button', { name: 'Cards to hand out' }));
	expect(screen.getByRole('heading', { level: 1, name: 'Cards of 7b' })).toHaveFocus();
	expect(
		screen.getAllByRole('listitem').map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim())
	).toEqual([
		`Ada In class, your name is ${ada} school.example/join`,
		`=1+1 In class, your name is ${formula} school.example/join`
	]);
	await userEvent.click(screen.getByRole('button', { name: 'Back to the book' }));
	await screen.findByRole('article', { name: '7b' });
});

test('a file is read, and joins what is there; a wrong one is refused with a reason', async () => {
	const { read } = show([sample]);
	const input = screen.getByLabelText('Read a book from a file');
	const newer = { ...sample, name: '8b', at: 9, classes: [] };
	await userEvent.upload(input, new File([writeBookFile(newer)], 'book.json', { type: 'application/json' }));
	await screen.findByText('“8b” is in the list above.');
	expect(read()).toEqual([{ ...newer, classes: sample.classes }]);
	await userEvent.upload(input, new File(['{}'], 'other.json', { type: 'application/json' }));
	expect(await screen.findByRole('alert')).toHaveTextContent('This file is no class code book.');
});

test('a book is deleted once that is confirmed', async () => {
	const { read } = show([sample]);
	await userEvent.click(await screen.findByRole('button', { name: 'Delete this book' }));
	await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
	await userEvent.click(screen.getByRole('button', { name: 'Delete this book' }));
	await userEvent.click(screen.getByRole('button', { name: 'Delete the book' }));
	await waitFor(() => expect(read()).toEqual([]));
	expect(screen.queryByRole('article', { name: '7b' })).toBeNull();
});

test('says so where nothing is kept, or keeping fails', async () => {
	const { store, open } = show([sample]);
	await screen.findByRole('article', { name: '7b' });
	vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	store.update = () => Promise.reject(new Error('full'));
	await userEvent.click(screen.getByRole('button', { name: 'Add these pupils' }));
	expect(await screen.findByRole('alert')).toHaveTextContent(/^The browser did not keep it\./);
	open.mockResolvedValue({ ...booksInMemory(new Map([['book', sample]])) });
	await userEvent.click(screen.getByRole('button', { name: 'Add these pupils' }));
	await screen.findByText(/^This browser keeps nothing after the page is closed/);
	expect(screen.queryByRole('alert')).toBeNull();
});
