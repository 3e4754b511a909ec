import { parseBook, type ClassBook } from '#lib/classroom/book/book.ts';
import type { BookStore } from '#lib/store/books/book-store.ts';

/** The class code books of this device, as a page shows and changes them. */
export class Books {
	readonly #open: () => Promise<BookStore>;
	#store: BookStore | undefined;
	/** By name; undefined until they were read. */
	all = $state.raw<readonly ClassBook[]>();
	/** Whether what is kept outlasts the page. */
	isLasting = $state.raw(true);
	/** Whether the last thing that was to be done was not. */
	isFailed = $state.raw(false);

	constructor(open: () => Promise<BookStore>) {
		this.#open = open;
	}

	/** Reads them; what cannot be read is left as it is, and not shown. */
	read = (): Promise<boolean> => this.#do(() => Promise.resolve());

	/** Changes a book by what is kept of it, or keeps a new one. @returns whether it was */
	change = (id: string, change: (kept: ClassBook | undefined) => ClassBook | undefined): Promise<boolean> =>
		this.#do((store) => store.update(id, (kept) => change(parseBook(kept))));

	/** @returns whether it was removed */
	remove = (id: string): Promise<boolean> => this.#do((store) => store.remove(id));

	async #do(work: (store: BookStore) => Promise<void>): Promise<boolean> {
		try {
			const store = (this.#store ??= await this.#open());
			await work(store);
			const all = (await store.list()).flatMap((each) => parseBook(each) ?? []);
			this.all = all.sort((one, other) => one.name.localeCompare(other.name));
			this.isLasting = store.lasting;
			this.isFailed = false;
		} catch (error) {
			console.warn(error);
			// It is opened again: what was in the way may be gone.
			this.#store = undefined;
			this.isFailed = true;
		}
		return !this.isFailed;
	}
}
