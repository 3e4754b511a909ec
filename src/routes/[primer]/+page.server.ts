import { getLocale } from '#lib/paraglide/runtime.js';

import { bankOf } from './bank.server.ts';
import { overviewOf } from './overview.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	overview: overviewOf(bankOf(locals.library, params.primer, getLocale()), locals.keepDays)
});
