import { asset, resolve } from '$app/paths';

import type { Library } from '#lib/bank/library.server.ts';
import { servesExamsAlone } from '#lib/bank/serving.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale, getTextDirection } from '#lib/paraglide/runtime.js';

import { addressOf } from '../address-of.ts';
import { PAPER } from '../offline/colours.ts';
import type { RequestHandler } from './$types';

/** What a device needs to install the app, in the language of its page: that is the one it opens in. */
export const GET: RequestHandler = ({ locals }) =>
	Response.json(manifestOf(locals.library), { headers: { 'content-type': 'application/manifest+json' } });

function manifestOf(library: Library) {
	const [course, ...others] = library
		.all()
		.filter(({ primer }) => !servesExamsAlone(primer))
		.map(({ primer }) => addressOf('/[primer]', { primer: primer.id }));
	const icon = (name: string, sizes: string, purpose: string) => ({
		src: asset(`/icons/${name}`),
		sizes,
		type: name.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
		purpose
	});
	return {
		id: resolve('/'),
		name: 'Five Points',
		short_name: 'Five Points',
		description: m.app_description(),
		lang: getLocale(),
		dir: getTextDirection(),
		start_url: addressOf('/'),
		scope: resolve('/'),
		display: 'standalone',
		theme_color: PAPER.light,
		background_color: PAPER.light,
		categories: ['education'],
		icons: [
			icon('192.png', '192x192', 'any'),
			icon('512.png', '512x512', 'any'),
			icon('maskable-512.png', '512x512', 'maskable'),
			icon('icon.svg', 'any', 'any')
		],
		shortcuts:
			course !== undefined && others.length === 0
				? [{ name: m.offline_review(), url: `${course}/review`, icons: [icon('192.png', '192x192', 'any')] }]
				: []
	};
}
