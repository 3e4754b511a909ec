import { redirect } from '@sveltejs/kit';

import { pathWithin } from '#lib/offline/path-within.ts';

import type { PageServerLoad } from './$types';

/** With the server available, this leads to the page that it replaced (`?of=/paris-call/quiz`). */
export const load: PageServerLoad = ({ url }) => {
	const wanted = url.searchParams.get('of');
	if (wanted !== null) redirect(307, pathWithin(url.origin, wanted));
};
