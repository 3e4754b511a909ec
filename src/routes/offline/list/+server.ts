import { version } from '$app/environment';
import { json } from '@sveltejs/kit';

import type { Bank } from '#lib/bank/bank.ts';
import { servesExamsAlone } from '#lib/bank/serving.ts';
import type { OfflineList } from '#lib/offline/offline-list.ts';

import { addressOf } from '../../address-of.ts';
import { fingerprint } from '../fingerprint.server.ts';
import type { RequestHandler } from './$types';
import { coursePages } from './course-pages.ts';

/** What the service worker keeps so that self-study goes on without the network, in the language of its address. */
export const GET: RequestHandler = ({ locals: { library }, url }) => {
	// SvelteKit’s addresses are relative to that of the request.
	const fromRoot = (address: string) => new URL(address, url).pathname;
	const fallback = fromRoot(addressOf('/offline'));
	const homeOf = ({ primer }: Bank) => fromRoot(addressOf('/[primer]', { primer: primer.id }));
	const studied = library.all().filter(({ primer }) => !servesExamsAlone(primer));
	const courses = studied.map((bank) => ({
		home: homeOf(bank),
		// 0 is the primer as a whole.
		points: [...bank.primer.points.map((point) => point.id), 0],
		hasWords: (bank.primer.words ?? []).length > 0
	}));
	const list: OfflineList = {
		version,
		fingerprint: fingerprint(library),
		pages: [
			fromRoot(addressOf('/')),
			fromRoot(addressOf('/settings')),
			fallback,
			...courses.flatMap(({ home, points, hasWords }) => coursePages(home, points, hasWords)),
			// Where a course serves exams alone, its first page says what it is.
			...library
				.all()
				.filter(({ primer }) => servesExamsAlone(primer))
				.map(homeOf)
		],
		files: [
			fromRoot(addressOf('/manifest.webmanifest')),
			...courses.flatMap(({ home }) => ['course', 'outline', 'outcomes'].map((file) => `${home}/${file}`))
		],
		fallback
	};
	return json(list);
};
