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

function signature(id: string, secret: string): string {
	return keyed(`sitting ${id}`, secret).slice(0, SIGNATURE_LENGTH);
}
