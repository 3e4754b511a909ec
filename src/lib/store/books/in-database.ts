import { openDB, type DBSchema } from 'idb';

import type { BookStore } from './book-store.ts';

/** Its own database: deleting what a learner has done is not to take a teacher’s names along. */
const DATABASE = 'five-points-books';

interface Schema extends DBSchema {
	books: { key: string; value: { id: string; value: unknown } };
}

/**
 * Keeps books in the browser’s IndexedDB.
 *
 * @throws when the browser refuses storage
 */
export async function booksInDatabase(name = DATABASE): Promise<BookStore> {
	const database = await openDB<Schema>(name, 1, {
		upgrade: (fresh) => void fresh.createObjectStore('books', { keyPath: 'id' }),
		blocking: (_, __, event) => {
			if (event.target instanceof IDBDatabase) event.target.close();
		}
	});
	return {
		lasting: true,
		list: async () => (await database.getAll('books')).map(({ value }) => value),
		async update(id, change) {
			const { store, done } = database.transaction('books', 'readwrite');
			await Promise.all([
				store.get(id).then(async (kept) => {
					const changed = change(kept?.value);
					if (changed) await store.put({ id, value: structuredClone(changed) });
				}),
				done
			]);
		},
		remove: (id) => database.delete('books', id)
	};
}
