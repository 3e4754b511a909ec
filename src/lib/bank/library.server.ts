import { createHash } from 'node:crypto';

import type { Bank } from './bank.ts';
import type { Problem } from './problem.ts';
import type { LocatedBank, ReadLibrary } from './read.server.ts';
import type { Edition } from './translation/check-translation.ts';
import { lookup } from './translation/language-tag.ts';

/**
 * All courses as they were read at one moment. It never changes, so nobody sees a mixture of two states of
 * the files.
 */
export class Library {
	/** The folder it was read from. */
	readonly folder: string;
	/** The courses that are served, in the order of their folders’ names. */
	readonly courses: readonly LocatedBank[];
	/** The names of those that are not served because they have a problem. */
	readonly unavailable: readonly string[];
	/**
	 * Everything wrong with the files, also those of courses that are still served, in the order of the
	 * courses.
	 */
	readonly problems: readonly Problem[];
	/** A hash of everything that is served, in all languages. */
	readonly fingerprint: string;
	/**
	 * A number that grows from one library to the next whenever anything changes that is served or said about
	 * the courses.
	 */
	readonly edition: number;

	/** @param before the library that this one takes the place of */
	constructor(
		folder: string,
		{ courses, unavailable, problems }: Pick<Library, 'courses' | 'unavailable' | 'problems'>,
		before?: Library
	) {
		this.folder = folder;
		this.courses = courses;
		this.unavailable = unavailable;
		this.problems = problems;
		this.fingerprint = createHash('sha256').update(textOf(courses)).digest('hex').slice(0, 12);
		this.edition = before ? before.edition + (isSame(before, this) ? 0 : 1) : 1;
	}

	/**
	 * All banks, in the order of their folders’ names.
	 *
	 * @param language as {@link find} takes it
	 */
	all(language?: string): readonly Bank[] {
		return this.courses.map((each) => editionFor(each, language));
	}

	/**
	 * The bank of a primer in the language nearest to one: exactly that (`fr-CA`), or else the more general
	 * one (`fr`), or else as it was written.
	 *
	 * @param language a language tag; without it, the bank as it was written
	 */
	find(primer: string, language?: string): Bank | undefined {
		const found = this.#courseOf(primer);
		return found && editionFor(found, language);
	}

	/**
	 * The bank of a primer in each of its languages, the original first; empty if there is no such primer.
	 */
	inAllLanguages(primer: string): readonly Bank[] {
		const found = this.#courseOf(primer);
		return found ? allOf(found) : [];
	}

	/** Whether there is a course of that name that cannot be served for now. */
	isUnavailable(primer: string): boolean {
		return this.unavailable.includes(primer);
	}

	/** The path of the folder that a primer was read from. */
	folderOf(primer: string): string | undefined {
		return this.#courseOf(primer)?.folder;
	}

	/** The editions of a primer in other languages than its own. */
	editionsOf(primer: string): readonly Edition[] {
		return this.#courseOf(primer)?.editions ?? [];
	}

	#courseOf(primer: string): LocatedBank | undefined {
		return this.courses.find((course) => idOf(course) === primer);
	}
}

/** The library of a folder that was read for the first time: a course with a problem is not served. */
export function libraryOf(
	folder: string,
	{ located, broken, problems }: ReadLibrary,
	before?: Library
): Library {
	return new Library(folder, { courses: located, unavailable: broken, problems }, before);
}

/**
 * The library of a folder that was read again. A course that now has a problem is still served as it last
 * was; what has not changed remains the very same object.
 */
export function libraryAfter(before: Library, { located, broken, problems }: ReadLibrary): Library {
	const known = new Map(before.courses.map((course) => [idOf(course), course]));
	const isEmpty = located.length + broken.length === 0;
	const kept = isEmpty ? before.courses : broken.flatMap((id) => known.get(id) ?? []);
	const now = [...located.map((course) => sameOr(known.get(idOf(course)), course)), ...kept];
	const courses = now.sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
	const unavailable = broken.filter((id) => !known.has(id));
	return new Library(before.folder, { courses, unavailable, problems }, before);
}

function isSame(one: Library, other: Library): boolean {
	const said = ({ unavailable, problems }: Library) => JSON.stringify([unavailable, problems]);
	return one.fingerprint === other.fingerprint && said(one) === said(other);
}

/** The course as it was, if nothing changed: whatever was computed from it stays valid. */
function sameOr(before: LocatedBank | undefined, now: LocatedBank): LocatedBank {
	if (!before || textOf([before]) !== textOf([now])) return now;
	return { ...now, bank: before.bank, editions: before.editions };
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

function editionFor(course: LocatedBank, language: string | undefined): Bank {
	const banks = allOf(course);
	for (const tag of language === undefined ? [] : lookup(language)) {
		const found = banks.find(({ primer }) => primer.language.toLowerCase() === tag);
		if (found) return found;
	}
	return course.bank;
}
