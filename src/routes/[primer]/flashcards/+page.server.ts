import { getLocale } from '#lib/paraglide/runtime.js';

import { headOf, openBankOf } from '../bank.server.ts';
import type { PageServerLoad } from './$types';

/** The head of the course alone; the page fetches the rest, which a device may have kept. */
export const load: PageServerLoad = ({ locals, params }) => ({
	primer: headOf(openBankOf(locals.library, params.primer, getLocale()))
});
