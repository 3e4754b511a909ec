import { createHmac, timingSafeEqual } from 'node:crypto';

/** How much of a signature an address contains: 128 bits, in base64url. */
const LENGTH = 22;

/**
 * A sitting’s id as its address has it, with a signature (HMAC-SHA-256) that only this server can make: a
 * changed address is noticed, and ids read elsewhere, such as in a backup, open nothing.
 */
export function signSitting(id: string, secret: string): string {
	return `${id}.${signature(id, secret)}`;
}

/** The id of a sitting that this server signed; undefined when the text is not one, or not as it was signed. */
export function openSitting(token: string, secret: string): string | undefined {
	const [id = '', signed = '', ...rest] = token.split('.');
	const expected = Buffer.from(signature(id, secret));
	const given = Buffer.from(signed);
	const isSigned = rest.length === 0 && given.length === expected.length && timingSafeEqual(given, expected);
	return isSigned ? id : undefined;
}

function signature(id: string, secret: string): string {
	return createHmac('sha256', secret).update(`sitting ${id}`).digest('base64url').slice(0, LENGTH);
}
