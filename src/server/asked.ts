import type { IncomingMessage } from 'node:http';

/** What is known of a request when its answer begins. */
export interface Asked {
	method: string;
	/** Decoded. */
	path: string;
	/** Whether it can be decoded, is a path at all, and is the one that pages are found by: without `..` in it. */
	isReadable: boolean;
	query: URLSearchParams;
}

/** Reads what a request asks for. */
export function askedBy({ method = 'GET', url = '' }: IncomingMessage): Asked {
	const [path = '', ...query] = url.split('?');
	return { method, query: new URLSearchParams(query.join('?')), ...readable(path) };
}

function readable(path: string): Pick<Asked, 'path' | 'isReadable'> {
	try {
		const decoded = decodeURIComponent(path);
		return { path: decoded, isReadable: path.startsWith('/') && decoded === routed(path) };
	} catch {
		return { path, isReadable: false };
	}
}

/** The path as SvelteKit finds pages by it. What makes it another would get the headers of one page, and the other’s content. */
function routed(path: string): string | undefined {
	const url = URL.parse(`http://here${path}`);
	return url ? decodeURIComponent(url.pathname) : undefined;
}
