import { getLocale } from '#lib/paraglide/runtime.js';

import { overviewOf } from './[primer]/overview.server.ts';
import type { PageServerLoad } from './$types';

/** All courses; with a single one, that one's page. */
export const load: PageServerLoad = ({ locals: { keepDays, library } }) => ({
	overviews: library.all(getLocale()).map((bank) => overviewOf(bank, keepDays)),
	unavailable: library.unavailable
});
