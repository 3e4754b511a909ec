import { allBanks } from '#lib/bank/library.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { parseReading, READING_COOKIE } from '#lib/store/reading.ts';

import type { LayoutServerLoad } from './$types';

/** The courses, for the list on the first page and for whoever is lost. */
export const load: LayoutServerLoad = ({ cookies, route, untrack }) => ({
	primers: allBanks(getLocale()).map(({ primer: { id, title, language } }) => ({ id, title, language })),
	// Without a script the page of settings cannot look itself; with one, it needs nothing of the server.
	...(untrack(() => route.id) === '/settings' && { reading: parseReading(cookies.get(READING_COOKIE)) })
});
