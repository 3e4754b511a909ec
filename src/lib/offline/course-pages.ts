/** What one may do with a course without the network, by the end of its address below the course. */
export const courseWays = ['review', 'practice/adaptive', 'flashcards', 'progress', 'facts'] as const;
export type CourseWay = (typeof courseWays)[number];

const OTHERS = ['practice/mistakes', 'practice/mixed', 'print'];

/**
 * The addresses of all pages of a course that need no server once they are there.
 *
 * @param home of the course, such as `/paris-call`
 * @param points their numbers
 */
export function coursePages(home: string, points: readonly number[]): string[] {
	const lessons = points.map((point) => `learn/${point}`);
	return [home, ...[...courseWays, ...OTHERS, ...lessons].map((end) => `${home}/${end}`)];
}
