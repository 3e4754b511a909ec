import { json } from '@sveltejs/kit';

import type { Library } from '#lib/bank/library.server.ts';
import { idsAt } from '#lib/bank/revealed.ts';
import { inLanguage, type CourseFile } from '#lib/embed/course/course-file.ts';
import { outlineOf, someItems } from '#lib/embed/course/outline.ts';
import { courseFileOf } from '#lib/embed/course/write.ts';

import { openBankOf } from '../bank.server.ts';
import type { RequestHandler } from './$types';

/** The courses of a library as files, each made once. */
const made = new WeakMap<Library, Map<string, CourseFile | undefined>>();

/**
 * A course as a file that an element in another page plays, with its keys; what is kept for exams is not in it.
 *
 * - `?language=fr`: in that language alone; without it, in all of its languages;
 * - `?items=later`: as far as quizzes are drawn from it, and where its items are;
 * - `?language=fr&ids=one,two`: these items.
 */
export const GET: RequestHandler = ({ locals, params, url }) => {
	// Says so if there is no such course, or nothing of it may be had.
	openBankOf(locals.library, params.primer);
	const all = fileOf(locals.library, params.primer);
	const language = url.searchParams.get('language');
	const course = all && language !== null ? inLanguage(all, language) : all;
	if (!course) return json(course);
	if (url.searchParams.has('ids'))
		return json(someItems(course, idsAt(url)), { headers: { 'cache-control': 'no-cache' } });
	if (url.searchParams.get('items') !== 'later') return json(course);
	return json(
		outlineOf(course, (each) => {
			const query = new URLSearchParams(url.searchParams);
			query.delete('items');
			query.set('language', each);
			// A cache on the way does not take items of an earlier edition for these.
			query.set('edition', course.edition);
			return `?${query.toString()}&ids=`;
		})
	);
};

function fileOf(library: Library, primer: string): CourseFile | undefined {
	const files = made.get(library) ?? new Map<string, CourseFile | undefined>();
	made.set(library, files);
	if (!files.has(primer)) files.set(primer, courseFileOf(library.inAllLanguages(primer)));
	return files.get(primer);
}
