import { withoutCue } from '#lib/bank/bank.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

import { headOf, openBankOf } from '../bank.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const bank = openBankOf(locals.library, params.primer, getLocale());
	return { primer: headOf(bank), source: bank.primer.source, facts: bank.primer.facts.map(withoutCue) };
};
