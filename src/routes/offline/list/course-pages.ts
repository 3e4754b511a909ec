import { courseAddresses } from '#lib/screens/course-addresses.ts';
import { practiceDraws } from '#lib/study/practice-draw.ts';

/**
 * The addresses of all pages of a course that need no server once they are there.
 *
 * @param home of the course, such as `/paris-call`
 * @param points their numbers
 * @param hasWords whether it has words to know
 */
export function coursePages(home: string, points: readonly number[], hasWords = false): string[] {
	const { review, learn, practice, lessons, flashcards, progress, print, facts, words, background } =
		courseAddresses(home);
	return [
		home,
		lessons,
		...points.map(learn),
		review,
		...practiceDraws.map(practice),
		flashcards,
		progress,
		print,
		facts,
		...(hasWords ? [words] : []),
		background
	];
}
