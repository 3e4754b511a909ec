import { withoutCue } from '#lib/bank/bank.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

import { headOf, openBankOf } from '../bank.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const bank = openBankOf(params.primer, getLocale());
	return { primer: headOf(bank), source: bank.primer.source, facts: bank.primer.facts.map(withoutCue) };
};
