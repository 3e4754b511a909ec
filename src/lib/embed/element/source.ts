import type { CourseFile } from '../course/course-file.ts';
import { parseCourse, readCourse } from '../course/parse.ts';
import { explained } from '../course/parts.ts';
import type { Fetched } from './fetch-source.ts';
import type { Trouble } from './trouble.ts';

/** The course in what an element was given, or why there is none. */
export function courseIn({ value, text, address }: Fetched): CourseFile | Trouble {
	const read = text === undefined ? readCourse(value) : parseCourse(text);
	return 'course' in read ? read.course : { ...read.problem, address };
}

/**
 * Gets the explanations of a course that came without them.
 *
 * @param base the address of the course, or of the page that it stands in
 * @returns the course with its explanations; `other-edition` if there is a newer course now
 * @throws when they cannot be had; calling again tries again
 */
export async function withExplanations(
	course: CourseFile,
	base: string
): Promise<CourseFile | 'other-edition'> {
	const response = await fetch(new URL(course.explanations ?? '', base));
	if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
	const read = explained(course, await response.json());
	if ('course' in read) return read.course;
	if (read.problem.code === 'other-version') return 'other-edition';
	throw new Error(`${response.url}: ${read.problem.code} (${read.problem.at})`);
}
