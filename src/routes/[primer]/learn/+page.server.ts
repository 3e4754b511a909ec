import { getLocale } from '#lib/paraglide/runtime.js';

import { bankOf, headOf, openBankOf } from '../bank.server.ts';
import { outlineFor } from '../outline.server.ts';
import { pathOf } from '../overview.server.ts';
import type { PageServerLoad } from './$types';

/** The lessons of a course; what the learner knows is read on the device. */
export const load: PageServerLoad = ({ locals, params }) => {
	const bank = openBankOf(locals.library, params.primer, getLocale());
	// What is kept for exams is counted with each point, and no more than that.
	const points = pathOf(bankOf(locals.library, params.primer, getLocale()));
	return { primer: headOf(bank), points, outline: outlineFor(bank) };
};
