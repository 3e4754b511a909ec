import type { PracticeDraw } from '#lib/study/practice-draw.ts';

/** Where the pages of a course are. */
export type CourseAddresses = ReturnType<typeof courseAddresses>;

/**
 * The addresses of a course’s pages, from its own page down.
 *
 * @param home of the course, such as `/paris-call`
 */
export function courseAddresses(home: string) {
	return {
		home,
		review: `${home}/review`,
		/** All lessons, and practice beyond them. */
		lessons: `${home}/learn`,
		/** The first pass through a point; 0 is the primer as a whole. */
		learn: (point: number) => `${home}/learn/${point}`,
		practice: (draw: PracticeDraw) => `${home}/practice/${draw}`,
		flashcards: `${home}/flashcards`,
		progress: `${home}/progress`,
		print: `${home}/print`,
		quiz: `${home}/quiz`,
		facts: `${home}/facts`,
		/** The words to know, each with its meaning. */
		words: `${home}/words`,
		/** Links, worksheets and exams for a class. */
		teach: `${home}/teach`,
		background: `${home}/background`
	};
}
