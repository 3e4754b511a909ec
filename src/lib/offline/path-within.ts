/** An address without its origin; the first page where it leads to another site. */
export function pathWithin(origin: string, address: string): string {
	const target = URL.parse(address, origin);
	return target?.origin === origin ? target.pathname + target.search : '/';
}
