/**
 * The address under which an answer is kept: pages have the same address in every language. What else an address asks for
 * after `?` is left to the page’s script.
 *
 * @param address with or without its origin
 */
export function keyOf(address: string, language: string): string {
	const { pathname } = new URL(address, 'http://any');
	return `${pathname}?language=${language}`;
}

/** The address of what SvelteKit’s router asks for when a link leads to a page. */
export function dataOf(page: string): string {
	return page.endsWith('/') ? `${page}__data.json` : `${page}/__data.json`;
}
