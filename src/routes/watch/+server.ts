import { error, json } from '@sveltejs/kit';

import { isWatched } from '#lib/bank/library.server.ts';
import * as m from '#lib/paraglide/messages.js';

import { watchedNow } from './watched.server.ts';
import type { RequestHandler } from './$types';

/** What the files are like now, for a page that was made from them a moment ago. */
export const GET: RequestHandler = () => {
	if (!isWatched()) error(404, { message: m.no_such_page(), fix: m.no_such_page_fix() });
	return json(watchedNow(), { headers: { 'cache-control': 'no-store' } });
};
