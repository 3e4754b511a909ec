import type { IncomingMessage } from 'node:http';

import { parseJson } from '#lib/text/parse-json.ts';

/** The longest body of a request, in bytes: the longest answer that an item can have, several times over. */
export const MOST_BYTES = 64 * 1024;

/**
 * Reads the JSON of a request.
 *
 * @returns `long` for more than {@link MOST_BYTES}; `unreadable` for what is no JSON or does not say that it is
 */
export async function readBody(
	request: IncomingMessage
): Promise<{ value: unknown } | 'long' | 'unreadable'> {
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
	return value === undefined ? 'unreadable' : { value };
}
