import { allBanks } from '#lib/bank/library.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

import type { LayoutServerLoad } from './$types';

/** The courses, for the list on the first page and for whoever is lost. */
export const load: LayoutServerLoad = () => ({
	primers: allBanks(getLocale()).map(({ primer: { id, title, language } }) => ({ id, title, language }))
});
