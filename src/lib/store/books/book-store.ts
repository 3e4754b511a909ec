import type { ClassBook } from '#lib/classroom/book/book.ts';

/**
 * Where a teacher’s device keeps class code books, and with them the names of pupils. What comes out is unknown until it is
 * checked: another version of Five Points may have written it, or somebody may have edited it.
 */
export interface BookStore {
	/** Whether anything outlasts the page. */
	readonly lasting: boolean;
	/** All books, in no particular order. */
	list: () => Promise<unknown[]>;
	/**
	 * Changes the book of that id, or keeps a new one, in one transaction, so that two pages open at once lose nothing.
	 *
	 * @param change gets what is kept of it, undefined if nothing is; what it returns takes its place, or undefined leaves it
	 */
	update: (id: string, change: (kept: unknown) => ClassBook | undefined) => Promise<void>;
	/** Removing what is not there is no fault. */
	remove: (id: string) => Promise<void>;
}
