import type { IncomingMessage } from 'node:http';

import { parseJson } from '#lib/text/parse-json.ts';

import type { Exchange } from '../plain.ts';

/** The longest body of a request, in bytes: the longest answer that an item can have, several times over. */
export const MOST_BYTES = 64 * 1024;

/** How deep a body may be nested: an answer in what it is sent with has half as many levels. */
const MOST_LEVELS = 12;

/** What a page of ours has sent; or why it is not taken. */
export async function sentWith(exchange: Exchange) {
	return isForeign(exchange) ? ('foreign' as const) : readBody(exchange.request);
}

/** Whether another site has sent it. Where a browser does not say so by itself, its origin does. */
function isForeign({ request: { headers } }: Exchange): boolean {
	const site = headers['sec-fetch-site'];
	if (site !== undefined) return site !== 'same-origin' && site !== 'none';
	return headers.origin !== undefined && URL.parse(headers.origin)?.host !== headers.host;
}

/**
 * Reads the JSON of a request.
 *
 * @returns `long` for more than {@link MOST_BYTES}; `deep` for more than {@link MOST_LEVELS}; `unreadable` for what is no
 * JSON or does not say that it is
 */
async function readBody(
	request: IncomingMessage
): Promise<{ value: unknown } | 'long' | 'deep' | 'unreadable'> {
	// A form of another site cannot say this.
	if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return 'unreadable';
	if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return 'long';
	const parts: Buffer[] = [];
	let length = 0;
	for await (const part of request as AsyncIterable<Buffer>) {
		length += part.length;
		if (length > MOST_BYTES) return 'long';
		parts.push(part);
	}
	const value = parseJson(Buffer.concat(parts).toString('utf8'));
	if (value === undefined) return 'unreadable';
	return isDeep(value) ? 'deep' : { value };
}

/** Whether a value is nested too deep; level by level, so that no depth overflows anything. */
function isDeep(value: unknown): boolean {
	let level = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > MOST_LEVELS) return true;
		level = level.flatMap((each): unknown[] =>
			typeof each === 'object' && each !== null ? Object.values(each) : []
		);
	}
	return false;
}
