import { json } from '@sveltejs/kit';

import { inLanguage } from '#lib/embed/course/course-file.ts';
import { courseFileOf } from '#lib/embed/course/write.ts';

import { openBankOf } from '../bank.server.ts';
import type { RequestHandler } from './$types';

/** The parameter of the language that is wanted alone; without it, the course comes in all of its languages. */
const LANGUAGE = 'language';

/** A course as a file that an element in another page plays, with its keys; what is kept for exams is not in it. */
export const GET: RequestHandler = ({ locals, params, url }) => {
	// Says so if there is no such course, or nothing of it may be had.
	const original = openBankOf(locals.library, params.primer);
	const all = courseFileOf(locals.library.inAllLanguages(params.primer)) ?? courseFileOf([original]);
	const wanted = url.searchParams.get(LANGUAGE);
	if (!all || wanted === null) return json(all);
	return json(inLanguage(all, wanted));
};
