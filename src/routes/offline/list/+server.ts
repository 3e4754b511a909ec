import { version } from '$app/environment';
import { resolve } from '$app/paths';
import { json } from '@sveltejs/kit';

import { allBanks } from '#lib/bank/library.server.ts';
import type { OfflineList } from '#lib/offline/offline-list.ts';
import { locales } from '#lib/paraglide/runtime.js';

import { fingerprint } from '../fingerprint.server.ts';
import type { RequestHandler } from './$types';
import { coursePages } from './course-pages.ts';

/** What the service worker keeps so that self-study goes on without the network. */
export const GET: RequestHandler = ({ url }) => {
	// SvelteKit’s addresses are relative to that of the request.
	const fromRoot = (address: string) => new URL(address, url).pathname;
	const first = fromRoot(resolve('/'));
	const fallback = fromRoot(resolve('/offline'));
	const courses = allBanks().map(({ primer: { id, points } }) => ({
		home: fromRoot(resolve('/[primer]', { primer: id })),
		// 0 is the primer as a whole.
		points: [...points.map((point) => point.id), 0]
	}));
	const list: OfflineList = {
		version,
		fingerprint: fingerprint(),
		languages: [...locales],
		pages: [
			first,
			`${first}settings`,
			fallback,
			...courses.flatMap(({ home, points }) => coursePages(home, points))
		],
		files: [fromRoot(resolve('/manifest.webmanifest')), ...courses.map(({ home }) => `${home}/course`)],
		fallback
	};
	return json(list);
};
