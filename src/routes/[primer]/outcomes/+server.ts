import { json } from '@sveltejs/kit';

import { outcomesOf } from '#lib/bank/outcome.ts';
import { openBank } from '#lib/bank/serving.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

import { bankOf } from '../bank.server.ts';
import type { RequestHandler } from './$types';

/** What a course says one can do at the end of each point, for the ends of quizzes and lessons: a list, perhaps empty. */
export const GET: RequestHandler = ({ locals, params }) =>
	json(outcomesOf(openBank(bankOf(locals.library, params.primer, getLocale())).primer.points));
