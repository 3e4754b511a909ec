import type { IncomingMessage } from 'node:http';

/** What is known of a request when its answer begins. */
export interface Asked {
	method: string;
	/** Decoded. */
	path: string;
	/** Whether it can be decoded and is a path at all. */
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
		return { path: decodeURIComponent(path), isReadable: path.startsWith('/') };
	} catch {
		return { path, isReadable: false };
	}
}
