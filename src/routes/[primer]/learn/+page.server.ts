import { getLocale } from '#lib/paraglide/runtime.js';

import { bankOf, openBankOf } from '../bank.server.ts';
import { overviewOf } from '../overview.server.ts';
import type { PageServerLoad } from './$types';

/** The lessons of a course; what the learner knows is read on the device. */
export const load: PageServerLoad = ({ locals, params }) => {
	// A course for exams alone has none.
	openBankOf(locals.library, params.primer, getLocale());
	const { primer, outline } = overviewOf(bankOf(locals.library, params.primer, getLocale()), locals.keepDays);
	return { primer, outline };
};
