import type { CourseFile } from '../course/course-file.ts';
import { parseCourse, readCourse } from '../course/parse.ts';
import type { Fetched } from './fetch-source.ts';
import type { Trouble } from './trouble.ts';

/** The course in what an element was given, or why there is none. */
export function courseIn({ value, text, address }: Fetched): CourseFile | Trouble {
	const read = text === undefined ? readCourse(value) : parseCourse(text);
	return 'course' in read ? read.course : { ...read.problem, address };
}
