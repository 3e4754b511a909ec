import { json } from '@sveltejs/kit';

import { revealedAt } from '#lib/bank/revealed.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

import { linkedWords, openBankOf } from '../../bank.server.ts';
import type { RequestHandler } from './$types';

/**
 * The items of a quiz whose answers are checked on the device (`?ids=one,two`), with their keys, their facts and the
 * drawings that they point into. What is kept for exams is left out.
 */
export const GET: RequestHandler = ({ locals, params, url }) =>
	json(revealedAt(linkedWords(openBankOf(locals.library, params.primer, getLocale())), url));
