import type { BookStore } from './book-store.ts';
import { booksInDatabase } from './in-database.ts';
import { booksInMemory, pageBooks } from './in-memory.ts';

/** Opens the device’s store of class code books; or one that forgets, if the browser refuses storage. */
export async function openBooks(): Promise<BookStore> {
	try {
		return await booksInDatabase();
	} catch {
		return booksInMemory(pageBooks);
	}
}
