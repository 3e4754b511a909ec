import { randomBytes } from 'node:crypto';

import { parsed } from '#lib/quiz/parsed.ts';
import * as v from 'valibot';

import { bodyOf, decoded, keyed, same, sealed, SIGNATURE_LENGTH, unsealed } from './signed.ts';

/**
 * An exam that a teacher sets: what is asked, and who may begin it when. All of it is in the link that the class gets,
 * sealed: learners who have the link before the exam cannot read in it which questions were picked. No store has it: there are no accounts, so that nobody could delete a stored exam, and everybody could fill the
 * store.
 */
export interface Terms {
	/** Names the exam: random, and so the salt of its password as well. */
	id: string;
	/** The quiz, as the query of its address; the seed is not in it, so that the link does not tell what is asked. */
	query: string;
	/** Whether everybody is asked the same. */
	isSame: boolean;
	/** It can be begun from the one moment until before the other, milliseconds since 1970; null: at any time. */
	opensAt: number | null;
	/** When it closes, every sitting of it is over. */
	closesAt: number | null;
	/** The keyed hash of the password, see {@link proofOf}; null without a password. */
	proof: string | null;
	/** Whether a device may begin it only once. */
	isOnce: boolean;
}

/** The longest password, in UTF-16 units. */
export const LONGEST_PASSWORD = 100;

const moment = v.nullable(v.pipe(v.number(), v.safeInteger()));
const termsSchema = v.pipe(
	v.strictTuple([v.string(), v.string(), v.boolean(), moment, moment, v.nullable(v.string()), v.boolean()]),
	v.transform(([id, query, isSame, opensAt, closesAt, proof, isOnce]): Terms => {
		return { id, query, isSame, opensAt, closesAt, proof, isOnce };
	})
);

/** A new name of an exam. */
export function newExamId(): string {
	return randomBytes(9).toString('base64url');
}

/**
 * What a link holds of a password: a hash (HMAC-SHA-256) with the server's secret as its key and the exam's id as its salt.
 * Without the secret nobody can try passwords on a device of their own, however short they are.
 */
export function proofOf(id: string, password: string, secret: string): string {
	const text = password.trim().slice(0, LONGEST_PASSWORD).normalize('NFKC');
	return keyed(`password ${id} ${text}`, secret).slice(0, SIGNATURE_LENGTH);
}

/** Whether a password is that of an exam; whatever is given for one without a password is. */
export function isPassword({ id, proof }: Terms, password: string, secret: string): boolean {
	return proof === null || same(proof, proofOf(id, password, secret));
}

/** The seed of an exam in which everybody is asked the same: known to the server alone. */
export function seedOf({ id }: Pick<Terms, 'id'>, secret: string): string {
	return keyed(`seed ${id}`, secret).slice(0, 12);
}

/**
 * Terms as text that fits an address, which only this server can read or make.
 *
 * @param primer the course, of which nothing else is then an exam by these terms
 */
export function sealTerms(terms: Terms, primer: string, secret: string): string {
	const { id, query, isSame, opensAt, closesAt, proof, isOnce } = terms;
	return sealed([id, query, isSame, opensAt, closesAt, proof, isOnce], purposeFor(primer), secret);
}

/** The terms that were sealed for a course; undefined if the text is not as this server made it. */
export function openTerms(text: string, primer: string, secret: string): Terms | undefined {
	const data = text.includes('.')
		? signedBefore(text, primer, secret)
		: unsealed(text, purposeFor(primer), secret);
	return parsed(termsSchema, data);
}

/** The data of an older link, which was signed and could be read by everybody: teachers have handed them out. */
function signedBefore(text: string, primer: string, secret: string): unknown {
	const signature = (body: string) =>
		keyed(`${purposeFor(primer)} ${body}`, secret).slice(0, SIGNATURE_LENGTH);
	const body = bodyOf(text, signature);
	return body === undefined ? undefined : decoded(body);
}

function purposeFor(primer: string): string {
	return `exam ${JSON.stringify(primer)}`;
}
