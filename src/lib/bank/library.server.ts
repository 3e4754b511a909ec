import { createHash } from 'node:crypto';

import type { Bank } from './bank.ts';
import { BrokenBanks, type Problem } from './problem.ts';
import { readLibrary, type LocatedBank } from './read.server.ts';
import { lookup } from './translation/language-tag.ts';
import type { Edition } from './translation/check-translation.ts';

/** All courses as they were last read. It is replaced as a whole, so that no answer mixes two states of the files. */
interface Library {
	/** The folder it was read from. */
	folder: string;
	/** The courses that are served, in the order of their folders’ names. */
	courses: readonly LocatedBank[];
	/** The names of those that are not, since they have a problem. */
	unavailable: readonly string[];
	/** All that is wrong with the files as they are now, of courses that are still served too. */
	problems: readonly Problem[];
	/** A hash of the courses in all languages. */
	fingerprint: string;
	/** How many libraries there have been. */
	edition: number;
	/** Whether it is read again by itself when a file changes. */
	isWatched: boolean;
}

let library: Library = {
	folder: '',
	courses: [],
	unavailable: [],
	problems: [],
	fingerprint: '',
	edition: 0,
	isWatched: false
};

/**
 * Reads the courses of a folder, in all their languages. One with a problem is not served; the others are.
 *
 * @param mayBeEmpty go on where no course is left, as where an author is just mending one
 * @throws {BrokenBanks} with every problem, if no course is left; the library then stays as it was.
 */
export async function openLibrary(directory: string, mayBeEmpty = false): Promise<void> {
	const { located, broken, problems } = await readLibrary(directory);
	if (located.length === 0 && !mayBeEmpty) throw new BrokenBanks(problems);
	replace({ folder: directory, courses: located, unavailable: broken, problems });
}

/**
 * Reads the folder of the library again. A course that has got a problem meanwhile is served as it last was; what has
 * not changed remains the very same object.
 */
export async function refreshLibrary(): Promise<void> {
	const { folder, courses } = library;
	const { located, broken, problems } = await readLibrary(folder);
	const before = new Map(courses.map((course) => [idOf(course), course]));
	const kept = located.length + broken.length === 0 ? courses : broken.flatMap((id) => before.get(id) ?? []);
	const now = [...located.map((course) => sameOr(before.get(idOf(course)), course)), ...kept];
	replace({
		folder,
		courses: now.sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1)),
		unavailable: broken.filter((id) => !before.has(id)),
		problems
	});
}

/** A number that grows whenever anything that the library serves, or says of its courses, is another than before. */
export function edition(): number {
	return library.edition;
}

/** A hash of all that the library serves, in all languages; empty before {@link openLibrary}. */
export function libraryFingerprint(): string {
	return library.fingerprint;
}

/** Whether the library is read again by itself when a file changes. */
export function isWatched(): boolean {
	return library.isWatched;
}

/** Says whether it is. */
export function setWatched(watched: boolean): void {
	library = { ...library, isWatched: watched };
}

/** The folder that the library was read from; empty before {@link openLibrary}. */
export function libraryFolder(): string {
	return library.folder;
}

/** All that is wrong with the files, in the order of the courses. */
export function libraryProblems(): readonly Problem[] {
	return library.problems;
}

/** The folders’ names of the courses that cannot be served for now. */
export function unavailableCourses(): readonly string[] {
	return library.unavailable;
}

/** Whether there is a course of that name that cannot be served for now. */
export function isUnavailable(primer: string): boolean {
	return library.unavailable.includes(primer);
}

/**
 * All banks, in the order of their folders’ names.
 *
 * @param language as {@link findBank} takes it
 */
export function allBanks(language?: string): readonly Bank[] {
	return library.courses.map((each) => editionFor(each, language));
}

/**
 * The bank of a primer, in a language as far as there is one: in just that (`fr-CA`), else in that which it belongs to
 * (`fr`), else as it was written.
 *
 * @param language a language tag; without it, the bank as it was written
 */
export function findBank(primer: string, language?: string): Bank | undefined {
	const found = courseOf(primer);
	return found && editionFor(found, language);
}

/** The path of the folder that a primer was read from. */
export function folderOf(primer: string): string | undefined {
	return courseOf(primer)?.folder;
}

/** The editions of a primer in other languages than its own. */
export function editionsOf(primer: string): readonly Edition[] {
	return courseOf(primer)?.editions ?? [];
}

function replace(next: Omit<Library, 'fingerprint' | 'edition' | 'isWatched'>): void {
	const fingerprint = createHash('sha256').update(textOf(next.courses)).digest('hex').slice(0, 12);
	const isSame =
		fingerprint === library.fingerprint &&
		JSON.stringify([next.unavailable, next.problems]) ===
			JSON.stringify([library.unavailable, library.problems]);
	library = { ...library, ...next, fingerprint, edition: isSame ? library.edition : library.edition + 1 };
}

/** A course as it was, where that is what it still is: what others have worked out from it stays good. */
function sameOr(before: LocatedBank | undefined, now: LocatedBank): LocatedBank {
	return before && textOf([before]) === textOf([now]) ? { ...now, ...banksOf(before) } : now;
}

function banksOf({ bank, editions }: LocatedBank): Pick<LocatedBank, 'bank' | 'editions'> {
	return { bank, editions };
}

function textOf(courses: readonly LocatedBank[]): string {
	return JSON.stringify(courses.flatMap(allOf));
}

function allOf({ bank, editions }: LocatedBank): Bank[] {
	return [bank, ...editions.map((each) => each.bank)];
}

function idOf({ bank }: LocatedBank): string {
	return bank.primer.id;
}

function courseOf(primer: string): LocatedBank | undefined {
	return library.courses.find(({ bank }) => bank.primer.id === primer);
}

function editionFor(course: LocatedBank, language: string | undefined): Bank {
	const banks = allOf(course);
	for (const tag of language === undefined ? [] : lookup(language)) {
		const found = banks.find(({ primer }) => primer.language.toLowerCase() === tag);
		if (found) return found;
	}
	return course.bank;
}
