import { createHmac, timingSafeEqual } from 'node:crypto';

import { parseJson } from '#lib/text/parse-json.ts';

/** What an address contains of a signature: 128 bits, in base64url. */
export const SIGNATURE_LENGTH = 22;

/** A text’s keyed hash (HMAC-SHA-256) in base64url, which only a server with the secret can make. */
export function keyed(text: string, secret: string): string {
	return createHmac('sha256', secret).update(text).digest('base64url');
}

/** Whether two texts are the same, compared in a time that tells nothing. */
export function same(one: string, other: string): boolean {
	const [left, right] = [Buffer.from(one), Buffer.from(other)];
	return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * The body of a text `body.signature`; undefined if the text is not that, or not as it was signed. Signatures are compared as
 * text: several texts decode to the same bytes, and only one of them is what was signed.
 */
export function bodyOf(text: string, signatureOf: (body: string) => string): string | undefined {
	const [body = '', signed = '', ...rest] = text.split('.');
	return rest.length === 0 && same(signed, signatureOf(body)) ? body : undefined;
}

/** Plain data as a body that fits an address. */
export function encoded(data: unknown): string {
	return Buffer.from(JSON.stringify(data)).toString('base64url');
}

/** The data of a body; undefined if it has none. */
export function decoded(body: string): unknown {
	return parseJson(Buffer.from(body, 'base64url').toString('utf8'));
}
