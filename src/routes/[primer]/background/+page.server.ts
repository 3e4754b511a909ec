import { nameOf } from '#lib/bank/bank.ts';
import { picturesOf } from '#lib/bank/pictures.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

import { headOf, openBankOf } from '../bank.server.ts';
import type { PageServerLoad } from './$types';

/** What gives answers away, and so has a page of its own: the drawings of a course, and the way to its facts. */
export const load: PageServerLoad = ({ locals, params }) => {
	const bank = openBankOf(locals.library, params.primer, getLocale());
	return {
		primer: headOf(bank),
		source: bank.primer.source,
		facts: bank.primer.facts.map(nameOf),
		pictures: picturesOf(bank.primer)
	};
};
