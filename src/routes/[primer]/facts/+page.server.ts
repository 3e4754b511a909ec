import { withoutCue } from '#lib/bank/bank.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

import { bankOf, headOf } from '../bank.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const bank = bankOf(params.primer, getLocale());
	return { primer: headOf(bank), source: bank.primer.source, facts: bank.primer.facts.map(withoutCue) };
};
