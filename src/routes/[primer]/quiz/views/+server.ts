import { json } from '@sveltejs/kit';

import { findItem } from '#lib/bank/bank.ts';
import { idsAt } from '#lib/bank/revealed.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

import { linkedWords, openBankOf } from '../../bank.server.ts';
import { views } from '../exam.server.ts';
import type { RequestHandler } from './$types';

/**
 * What a learner sees of some items before answering (`?ids=one,two`), their options in the order of a seed
 * (`&seed=s`). What is kept for exams is shown only in exams.
 */
export const GET: RequestHandler = ({ locals, params, url }) => {
	const bank = linkedWords(openBankOf(locals.library, params.primer, getLocale()));
	const seed = url.searchParams.get('seed') ?? '';
	return json(
		views(
			{ seed },
			idsAt(url).flatMap((id) => findItem(bank, id) ?? [])
		)
	);
};
