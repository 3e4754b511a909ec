import { libraryAfter, libraryOf, type Library } from './library.server.ts';
import { BrokenBanks } from './problem.ts';
import { readLibrary, type ReadLibrary } from './read.server.ts';

/**
 * The library that is served now. It is replaced as a whole, once another has been read completely: code that
 * takes {@link now} once and keeps it sees one library from beginning to end.
 */
export class CurrentLibrary {
	#now: Library;
	/** The reading in progress: one after the other, so that the latest state of the files counts. */
	#reading: Promise<unknown> = Promise.resolve();

	constructor(library: Library) {
		this.#now = library;
	}

	/** The library of this moment. */
	get now(): Library {
		return this.#now;
	}

	/** Reads its folder again. A course that now has a problem is still served as it last was. */
	reread(): Promise<void> {
		return this.#next(async () => libraryAfter(this.#now, await readLibrary(this.#now.folder)));
	}

	/**
	 * Replaces all courses by those of another folder.
	 *
	 * @throws {BrokenBanks} if no course of it can be served; nothing then changes
	 */
	replace(folder: string): Promise<void> {
		return this.#next(async () => libraryOf(folder, await readSome(folder), this.#now));
	}

	#next(read: () => Promise<Library>): Promise<void> {
		const replaced = this.#reading.then(async () => {
			this.#now = await read();
		});
		this.#reading = replaced.catch(() => undefined);
		return replaced;
	}
}

/**
 * Reads the courses of a folder, in all their languages. One with a problem is not served; the others are.
 *
 * @param mayBeEmpty go on even if no course is left, for instance while an author is correcting one
 * @throws {BrokenBanks} with every problem, if no course is left
 */
export async function openLibrary(folder: string, mayBeEmpty = false): Promise<CurrentLibrary> {
	const read = await (mayBeEmpty ? readLibrary(folder) : readSome(folder));
	return new CurrentLibrary(libraryOf(folder, read));
}

async function readSome(folder: string): Promise<ReadLibrary> {
	const read = await readLibrary(folder);
	if (read.located.length === 0) throw new BrokenBanks(read.problems);
	return read;
}
