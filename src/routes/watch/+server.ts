import { error, json } from '@sveltejs/kit';

import * as m from '#lib/paraglide/messages.js';

import { watchedIn } from './watched.server.ts';
import type { RequestHandler } from './$types';

/** The state of the files now, for a page that was made from them a moment ago. */
export const GET: RequestHandler = ({ locals: { isWatched, library } }) => {
	if (!isWatched) error(404, { message: m.no_such_page(), fix: m.no_such_page_fix() });
	return json(watchedIn(library), { headers: { 'cache-control': 'no-store' } });
};
