import { allBanks, unavailableCourses } from '#lib/bank/library.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

import { overviewOf } from './[primer]/overview.server.ts';
import type { PageServerLoad } from './$types';

/** All courses; with a single one, that one's page. */
export const load: PageServerLoad = () => ({
	overviews: allBanks(getLocale()).map(overviewOf),
	unavailable: unavailableCourses()
});
