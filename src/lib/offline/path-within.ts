/** An address without its origin; the first page where it leads to another site. */
export function pathWithin(origin: string, address: string): string {
	const target = URL.parse(address, origin);
	if (target?.origin !== origin) return '/';
	// Without its origin, a path such as `//elsewhere/c` names another site.
	return target.pathname.replace(/^\/+/, '/') + target.search;
}
