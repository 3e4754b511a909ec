import type { BookStore } from './book-store.ts';

/** Keeps books as long as the page is open, when the browser lets it keep nothing. */
export function booksInMemory(books = new Map<string, unknown>()): BookStore {
	return {
		lasting: false,
		list: () => Promise.resolve(structuredClone([...books.values()])),
		update(id, change) {
			try {
				const changed = change(structuredClone(books.get(id)));
				if (changed) books.set(id, structuredClone(changed));
				return Promise.resolve();
			} catch (error) {
				return Promise.reject(error instanceof Error ? error : new Error(String(error)));
			}
		},
		remove(id) {
			books.delete(id);
			return Promise.resolve();
		}
	};
}

/** The memory of this page. */
export const pageBooks = new Map<string, unknown>();
