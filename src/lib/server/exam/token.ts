import { randomBytes } from 'node:crypto';

import { bodyOf, keyed, SIGNATURE_LENGTH } from './signed.ts';

/**
 * A sitting’s id as its address has it, with a signature that only this server can make: a changed address is noticed, and
 * ids read elsewhere, such as in a backup, open nothing.
 */
export function signSitting(id: string, secret: string): string {
	return `${id}.${signature(id, secret)}`;
}

/** The id of a sitting that this server signed; undefined when the text is not one, or not as it was signed. */
export function openSitting(token: string, secret: string): string | undefined {
	return bodyOf(token, (id) => signature(id, secret));
}

/** A new name for a device that has given a wrong password for an exam, signed: nobody makes names of their own. */
export function newDevice(exam: string, secret: string): string {
	const id = randomBytes(9).toString('base64url');
	return `${id}.${deviceSignature(id, exam, secret)}`;
}

/** The name that this server gave a device for an exam; undefined when the text is not one, or not as it was signed. */
export function openDevice(token: string, exam: string, secret: string): string | undefined {
	return bodyOf(token, (id) => deviceSignature(id, exam, secret));
}

function deviceSignature(id: string, exam: string, secret: string): string {
	return keyed(`device ${exam} ${id}`, secret).slice(0, SIGNATURE_LENGTH);
}

function signature(id: string, secret: string): string {
	return keyed(`sitting ${id}`, secret).slice(0, SIGNATURE_LENGTH);
}
