import { getLocale } from '#lib/paraglide/runtime.js';

import { isKept } from '#lib/bank/serving.ts';

import { bankOf, headOf, openBankOf } from '../../bank.server.ts';
import type { PageServerLoad } from './$types';

/** The head of the course alone; the page fetches the rest, with which results are compared on the teacher’s device. */
export const load: PageServerLoad = ({ locals, params }) => ({
	primer: headOf(openBankOf(locals.library, params.primer, getLocale())),
	/** How many questions are kept for exams, whose answers cannot be compared here. */
	kept: bankOf(locals.library, params.primer).items.filter(isKept).length
});
