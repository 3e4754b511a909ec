import type { resolve } from '$app/paths';
import type { PathnameWithSearchOrHash, RouteIdWithSearchOrHash } from '$app/types';

import { localized } from '#lib/language/addresses.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

type Target = RouteIdWithSearchOrHash | PathnameWithSearchOrHash;

/**
 * The address of a page, or of any other route, in the language of this page: all our addresses except those
 * of files come from here.
 *
 * @param target a route and its parameters, as SvelteKit’s `resolve` takes them; calling that one would load all of
 * SvelteKit's client
 */
export function addressOf<T extends Target>(...target: Parameters<typeof resolve<T>>): string {
	const [route, parameters = {}]: readonly [string, Record<string, string>?] = target;
	const path = route.replaceAll(/\[(\w+)\]/g, (_, name: string) =>
		encodeURIComponent(parameters[name] ?? '')
	);
	return localized(path, getLocale());
}
