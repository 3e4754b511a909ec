import { routeAt } from '#lib/language/addresses.ts';

/** The things that a request may ask for and the worker can answer. */
export type Wanted = 'client-file' | 'page' | 'page-data' | 'course' | 'items' | 'file' | 'language-choice';

/** The part of a request that decides who answers it. */
export interface Asked {
	method: string;
	url: string;
	/** `navigate` for a page. */
	mode: string;
}

/**
 * What a request asks for; undefined if it goes to the server as though there were no worker: another site, a form
 * post, a stream, an exam that is handed in.
 *
 * @param root address of the site’s root, such as `http://127.0.0.1:4173/`
 */
export function wantedBy({ method, url, mode }: Asked, root: string): Wanted | undefined {
	if (!url.startsWith(root)) return undefined;
	const path = routeAt(new URL(`/${url.slice(root.length)}`, root)).slice(1);
	if (method === 'POST' && mode === 'navigate' && path === 'language') return 'language-choice';
	if (method !== 'GET') return undefined;
	if (path.startsWith('_app/immutable/') || path.startsWith('icons/')) return 'client-file';
	if (/(^|\/)__data\.json$/.test(path)) return 'page-data';
	if (path === 'manifest.webmanifest') return 'file';
	if (mode === 'navigate') return 'page';
	// A box beside a word shows what the page of words says of it.
	if (/^[^/]+\/words$/.test(path)) return 'file';
	if (/^[^/]+\/(course|outline|outcomes)$/.test(path)) return 'course';
	if (/^[^/]+\/quiz\/items$/.test(path)) return 'items';
	return undefined;
}
