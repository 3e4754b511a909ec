import { json } from '@sveltejs/kit';

import { getLocale } from '#lib/paraglide/runtime.js';

import { bankOf } from '../bank.server.ts';
import { outlineFor } from '../outline.server.ts';
import type { RequestHandler } from './$types';

/**
 * The outline of a course as far as it can be studied, for what a quiz tells at its end: no text of it, and no key. That of
 * a course for exams alone is empty.
 */
export const GET: RequestHandler = ({ locals, params }) =>
	json(outlineFor(bankOf(locals.library, params.primer, getLocale())));
