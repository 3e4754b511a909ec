import { createHash, randomBytes } from 'node:crypto';

import { keyed, same, SIGNATURE_LENGTH } from '#lib/server/exam/signed.ts';

/** The cookie of a host or of a pupil of a class: each class has its own, so that one device may be in several. */
export const cookieFor = (who: 'host' | 'pupil', classId: string) => `five-points-${who}-${classId}`;

/**
 * How many classes a device is remembered to be the host of, and in how many as a pupil: the cookies of all of them go with
 * each request, and servers refuse more than some 8 kB.
 */
const MOST_CLASSES = { host: 80, pupil: 20 } as const;

/**
 * The cookies that a device is to forget, so that there is room for one more: those of the classes that it has been in the
 * longest.
 *
 * @param names of the cookies that it has, the oldest first, as browsers send them
 */
export function tooOld(who: 'host' | 'pupil', names: readonly string[], classId: string): string[] {
	const [prefix, own] = [cookieFor(who, ''), cookieFor(who, classId)];
	const others = names.filter((name) => name.startsWith(prefix) && name !== own);
	return others.slice(0, Math.max(0, others.length + 1 - MOST_CLASSES[who]));
}

/** A key of 128 bits, which nobody guesses, in base64url. */
export function newKey(): string {
	return randomBytes(16).toString('base64url');
}

/** What a host’s key becomes to be kept: whoever reads the store cannot act as the host. */
export function hashOf(key: string): string {
	return createHash('sha256').update(key).digest('base64url');
}

/** Whether a key is the one that became a hash. */
export function isKeyOf(key: string, hash: string): boolean {
	return same(hashOf(key), hash);
}

/** What a pupil’s device shows to be recognised again: their id in the class, signed, so that nothing need be kept. */
export function pupilToken(classId: string, pupil: string, secret: string): string {
	return `${pupil}.${signatureOf(classId, pupil, secret)}`;
}

/** The id of the pupil whose token of a class this is; undefined if it is none. */
export function pupilOf(token: string, classId: string, secret: string): string | undefined {
	const [pupil = '', signed = '', ...rest] = token.split('.');
	return rest.length === 0 && same(signed, signatureOf(classId, pupil, secret)) ? pupil : undefined;
}

/** The id of a pupil who joins a class with a ticket: always the same, and the ticket cannot be told from it. */
export function pupilIdOf(ticket: string, classId: string, secret: string): string {
	return keyed(JSON.stringify(['ticket', classId, ticket]), secret).slice(0, SIGNATURE_LENGTH);
}

function signatureOf(classId: string, pupil: string, secret: string): string {
	return keyed(JSON.stringify(['pupil', classId, pupil]), secret).slice(0, SIGNATURE_LENGTH);
}

/** An address as it may be logged: who knows the id of a class counts as having been in it. */
export function withoutIds(path: string): string {
	return path.replace(/^((?:\/[a-z-]{2,5})?\/(?:live|class|host|join)\/)[^/]+/i, '$1…');
}
