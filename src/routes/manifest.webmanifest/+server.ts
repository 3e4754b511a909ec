import { asset, resolve } from '$app/paths';

import type { Library } from '#lib/bank/library.server.ts';
import { servesExamsAlone } from '#lib/bank/serving.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale, getTextDirection, isLocale } from '#lib/paraglide/runtime.js';

import { inLanguage } from '../language/language.server.ts';
import { PAPER } from '../offline/colours.ts';
import type { RequestHandler } from './$types';

/** What a device needs to install the app, in the language of the page (`?language=fr`): no cookie comes along. */
export const GET: RequestHandler = ({ locals, url }) => {
	const named = url.searchParams.get('language');
	const manifest = inLanguage(isLocale(named) ? named : getLocale(), () => manifestOf(locals.library));
	return Response.json(manifest, { headers: { 'content-type': 'application/manifest+json' } });
};

function manifestOf(library: Library) {
	const [course, ...others] = library
		.all()
		.filter(({ primer }) => !servesExamsAlone(primer))
		.map(({ primer }) => resolve('/[primer]', { primer: primer.id }));
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
		start_url: resolve('/'),
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
