import type { Revealed } from '#lib/bank/revealed.ts';

import { bankIn, type CourseFile } from './course-file.ts';
import { itemsOf, type DrawnBank } from './outline.ts';

/** A course as it is played, in one language: quizzes are drawn from it, and their items had when they are needed. */
export interface PlayedCourse {
	/** Names its content. */
	edition: string;
	bank: DrawnBank;
	/**
	 * Gets items by id, with their keys and explanations.
	 *
	 * @throws when they cannot be had; calling again tries again
	 */
	fetchItems: (ids: readonly string[]) => Promise<Revealed>;
}

/**
 * A course that is here whole.
 *
 * @param language that which is wanted; the nearest that the course has, or else that of its original
 */
export function playedWhole(course: CourseFile, language: string): PlayedCourse {
	const bank = bankIn(course, language) ?? course.banks[0];
	return { edition: course.edition, bank, fetchItems: (ids) => Promise.resolve(itemsOf(bank, ids)) };
}
