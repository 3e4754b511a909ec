import { json } from '@sveltejs/kit';

import { getLocale } from '#lib/paraglide/runtime.js';

import { linkedWords, openBankOf } from '../bank.server.ts';
import type { RequestHandler } from './$types';

/** A whole course with its keys: what a device needs to study alone. What is kept for exams is not in it. */
export const GET: RequestHandler = ({ locals, params }) =>
	json(linkedWords(openBankOf(locals.library, params.primer, getLocale())));
