/**
 * The address under which an answer is kept, without its query, which is up to the page’s script.
 *
 * @param address with or without its origin
 */
export function keyOf(address: string): string {
	return new URL(address, 'http://any').pathname;
}

/** The address of what SvelteKit's router asks for when a link leads to a page. */
export function dataOf(page: string): string {
	return page.endsWith('/') ? `${page}__data.json` : `${page}/__data.json`;
}
