import { json } from '@sveltejs/kit';

import { inLanguage } from '#lib/embed/course/course-file.ts';
import { explanationsOf, questionsOf } from '#lib/embed/course/parts.ts';
import { courseFileOf } from '#lib/embed/course/write.ts';

import { openBankOf } from '../bank.server.ts';
import type { RequestHandler } from './$types';

/** The parameter of the language that is wanted alone; without it, the course comes in all of its languages. */
const LANGUAGE = 'language';

/**
 * The parameter of the explanations: `later` leaves them out and says where they are, which an element asks for once an
 * answer is begun; `alone` is that.
 */
const EXPLANATIONS = 'explanations';

/** A course as a file that an element in another page plays, with its keys; what is kept for exams is not in it. */
export const GET: RequestHandler = ({ locals, params, url }) => {
	// Says so if there is no such course, or nothing of it may be had.
	const original = openBankOf(locals.library, params.primer);
	const all = courseFileOf(locals.library.inAllLanguages(params.primer)) ?? courseFileOf([original]);
	const wanted = url.searchParams.get(LANGUAGE);
	const course = all && wanted !== null ? inLanguage(all, wanted) : all;
	const explanations = url.searchParams.get(EXPLANATIONS);
	if (!course || (explanations !== 'later' && explanations !== 'alone')) return json(course);
	if (explanations === 'alone') return json(explanationsOf(course));
	const rest = new URLSearchParams(url.searchParams);
	rest.set(EXPLANATIONS, 'alone');
	return json(questionsOf(course, `?${rest.toString()}`));
};
