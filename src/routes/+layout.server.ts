import { allBanks } from '#lib/bank/library.server.ts';

import type { LayoutServerLoad } from './$types';

/** The courses, for the list on the first page and for whoever is lost. */
export const load: LayoutServerLoad = () => ({
	primers: allBanks().map(({ primer: { id, title } }) => ({ id, title }))
});
