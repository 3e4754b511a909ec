import 'fake-indexeddb/auto';

import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';

import { newBook, withPupils } from '#lib/classroom/book/book.ts';

import type { BookStore } from './book-store.ts';
import { booksInDatabase } from './in-database.ts';
import { booksInMemory } from './in-memory.ts';
import { openBooks } from './open.ts';

const book = (id: string, names: string[] = []) =>
	withPupils(newBook({ id, name: id, language: 'fr', at: 1 }), names, 2);

let databases = 0;
const adapters: [string, () => Promise<{ one: BookStore; other: BookStore }>][] = [
	[
		'memory',
		() => {
			const books = new Map<string, unknown>();
			return Promise.resolve({ one: booksInMemory(books), other: booksInMemory(books) });
		}
	],
	[
		'IndexedDB',
		async () => {
			const name = `books-${databases++}`;
			return { one: await booksInDatabase(name), other: await booksInDatabase(name) };
		}
	]
];

describe.each(adapters)('a store of books in %s', (_, open) => {
	test('is empty at first, and keeps a new book', async () => {
		const { one, other } = await open();
		expect(await one.list()).toEqual([]);
		await one.update('a', (kept) => {
			expect(kept).toBeUndefined();
			return book('a', ['Ada']);
		});
		expect(await other.list()).toEqual([book('a', ['Ada'])]);
	});

	test('changes a book by what is kept, so that two pages lose nothing', async () => {
		const { one, other } = await open();
		const count = (kept: unknown) =>
			typeof kept === 'object' && kept !== null && 'at' in kept ? Number(kept.at) : 0;
		const add = (kept: unknown) => ({ ...book('a'), at: count(kept) + 1 });
		await Promise.all([one, other, one, other].map((store) => store.update('a', add)));
		expect(await one.list()).toMatchObject([{ id: 'a', at: 4 }]);
	});

	test('leaves a book as it is where the change says so, or fails', async () => {
		const { one } = await open();
		await one.update('a', () => book('a'));
		await one.update('a', () => undefined);
		await expect(
			one.update('a', () => {
				throw new Error('no');
			})
		).rejects.toThrow();
		expect(await one.list()).toEqual([book('a')]);
	});

	test('gives copies: what a page does with them changes nothing that is kept', async () => {
		const { one } = await open();
		const mine = book('a', ['Ada']);
		await one.update('a', () => mine);
		mine.pupils.length = 0;
		const [kept] = await one.list();
		if (typeof kept === 'object' && kept !== null) Object.assign(kept, { name: 'changed' });
		expect(await one.list()).toEqual([book('a', ['Ada'])]);
	});

	test('removes a book and no other, and one that is not there', async () => {
		const { one, other } = await open();
		for (const id of ['a', 'b']) await one.update(id, () => book(id));
		await one.remove('a');
		await other.remove('a');
		expect(await other.list()).toEqual([book('b')]);
	});
});

test('what cannot be read comes out as it is, to be checked', async () => {
	const database = await openDB('odd', 1, {
		upgrade: (fresh) => void fresh.createObjectStore('books', { keyPath: 'id' })
	});
	await database.put('books', { id: 'odd', value: 17 });
	database.close();
	expect(await (await booksInDatabase('odd')).list()).toEqual([17]);
});

test('the device is opened where the browser lets it, and else the memory of the page', async () => {
	expect((await openBooks()).lasting).toBe(true);
	const { indexedDB: kept } = globalThis;
	try {
		Reflect.deleteProperty(globalThis, 'indexedDB');
		const forgetful = await openBooks();
		expect(forgetful.lasting).toBe(false);
		await forgetful.update('a', () => book('a'));
		expect(await (await openBooks()).list()).toEqual([book('a')]);
	} finally {
		Reflect.set(globalThis, 'indexedDB', kept);
	}
});
