import type { Reroute } from '@sveltejs/kit';

import { routeAt } from '#lib/language/addresses.ts';

/** The routes are the same in every language: `/fr/paris-call` is `/paris-call` in French. */
export const reroute: Reroute = ({ url }) => routeAt(url);
