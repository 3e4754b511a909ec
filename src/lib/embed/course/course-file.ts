import type { Bank } from '#lib/bank/bank.ts';
import { lookup } from '#lib/bank/translation/language-tag.ts';

import { patchFrom } from './patch.ts';

/** What the first field of a course file says. */
export const COURSE_FORMAT = 'five-points-course';

/** The version of the files that this code writes, and the only one that it reads. */
export const COURSE_VERSION = 1;

/**
 * A course as a file that travels: what an element, a package and a page without a server play. It holds the keys, and
 * nothing that is kept for exams.
 */
export interface CourseFile {
	format: typeof COURSE_FORMAT;
	version: typeof COURSE_VERSION;
	/** Names the content: equal for equal content, and different as soon as a word of it is. */
	edition: string;
	/** The course in each of its languages, that of the original first; at least one. */
	banks: [Bank, ...Bank[]];
}

/** What the file of a course that was read holds. */
export type Banks = CourseFile['banks'];

/**
 * The course in the language nearest to one: exactly that (`fr-CA`), or else the more general one (`fr`).
 *
 * @returns undefined if the file has neither
 */
export function bankIn<B extends { primer: { language: string } }>(
	{ banks }: { banks: readonly B[] },
	language: string
): B | undefined {
	for (const tag of lookup(language)) {
		const found = banks.find(({ primer }) => primer.language.toLowerCase() === tag);
		if (found) return found;
	}
	return undefined;
}

/**
 * A course as it is written into a page with all of its languages: each but the first as what it changes in the first.
 */
export function packed({ banks, ...file }: CourseFile): object {
	const [first, ...others] = banks;
	return { ...file, banks: [first], translations: others.map((bank) => patchFrom(first, bank)) };
}

/**
 * The course in one language alone, or else in that of the original. It is of the same edition as the whole, so that results
 * name the same version of the course however it came.
 */
export function inLanguage(course: CourseFile, language: string): CourseFile {
	return { ...course, banks: [bankIn(course, language) ?? course.banks[0]] };
}
