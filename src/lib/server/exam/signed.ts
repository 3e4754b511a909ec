import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

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

/** The data of a body; undefined if it has none. */
export function decoded(body: string): unknown {
	return parseJson(Buffer.from(body, 'base64url').toString('utf8'));
}

const CIPHER = 'aes-256-gcm';
/** Bytes of what makes each sealed text another one, and of the mark that finds changes out. */
const NONCE = 12;
const MARK = 16;
/** Sealed data is filled up to a multiple of so many characters: its length would tell how much there is. */
const FILLED = 64;

/**
 * Plain data as text that fits an address and that only a server with the secret can read or make (AES-256-GCM).
 *
 * @param purpose what it is for, such as the terms of an exam of one course; it is opened for nothing else
 */
export function sealed(data: unknown, purpose: string, secret: string): string {
	const nonce = randomBytes(NONCE);
	const cipher = createCipheriv(CIPHER, sealingKey(secret), nonce).setAAD(Buffer.from(purpose));
	const text = JSON.stringify(data);
	const whole = text.padEnd(Math.ceil(text.length / FILLED) * FILLED);
	const body = [cipher.update(whole, 'utf8'), cipher.final()];
	return Buffer.concat([nonce, ...body, cipher.getAuthTag()]).toString('base64url');
}

/** The data of a sealed text; undefined if the text is not one of this purpose, or not as it was sealed. */
export function unsealed(text: string, purpose: string, secret: string): unknown {
	const bytes = Buffer.from(text, 'base64url');
	// Several texts decode to the same bytes, and only one of them is what was sealed.
	if (bytes.length < NONCE + MARK || bytes.toString('base64url') !== text) return undefined;
	const decipher = createDecipheriv(CIPHER, sealingKey(secret), bytes.subarray(0, NONCE))
		.setAAD(Buffer.from(purpose))
		.setAuthTag(bytes.subarray(-MARK));
	try {
		const body = [decipher.update(bytes.subarray(NONCE, -MARK)), decipher.final()];
		return parseJson(Buffer.concat(body).toString('utf8'));
	} catch {
		return undefined;
	}
}

/** A key for this alone: what signs is never what seals. */
function sealingKey(secret: string): Buffer {
	return createHmac('sha256', secret).update('sealing key').digest();
}
