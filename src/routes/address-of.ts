import { resolve } from '$app/paths';
import type { PathnameWithSearchOrHash, RouteIdWithSearchOrHash } from '$app/types';

import { localized } from '#lib/language/addresses.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

type Target = RouteIdWithSearchOrHash | PathnameWithSearchOrHash;

/**
 * The address of a page, or of any other route, in the language of this page: all our addresses except those
 * of files come from here.
 *
 * @param target a route and its parameters, as SvelteKit’s `resolve` takes them
 */
export function addressOf<T extends Target>(...target: Parameters<typeof resolve<T>>): string {
	// On the server, resolved addresses are relative to the page.
	const root = resolve('/');
	return root + localized(`/${resolve<T>(...target).slice(root.length)}`, getLocale()).slice(1);
}
