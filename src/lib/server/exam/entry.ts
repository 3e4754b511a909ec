import { isPassword, type Terms } from './terms.ts';
import type { WrongPasswords } from './wrong-passwords.ts';

/** Somebody who wants to begin an exam that a teacher has set. */
export interface Knock {
	terms: Terms;
	/** What was given for one; empty where nothing was. */
	password: string;
	/** Where the request came from, as far as that is known. */
	address: string;
	/** What this server called the device when it gave a wrong password before; null for one that it does not know. */
	device: string | null;
	/** The secret of the server that signed the terms. */
	secret: string;
}

/**
 * Why somebody may not begin:
 * - `early`, `over`: it is not open yet, or no longer;
 * - `password`: the password is not the right one;
 * - `wait`: so many were wrong that the next is not looked at before so many milliseconds have passed.
 */
export type Barred = { why: 'early' | 'over' | 'password' } | { why: 'wait'; milliseconds: number };

/** Whether an exam is open at a moment (milliseconds since 1970), not yet, or no longer. */
export function stateAt({ opensAt, closesAt }: Terms, now: number): 'early' | 'open' | 'over' {
	if (closesAt !== null && now >= closesAt) return 'over';
	return opensAt !== null && now < opensAt ? 'early' : 'open';
}

/** Why somebody may not begin now; undefined if they may. */
export function barredFrom(
	{ terms, password, address, device, secret }: Knock,
	now: number,
	wrong: WrongPasswords
): Barred | undefined {
	const state = stateAt(terms, now);
	if (state !== 'open') return { why: state };
	if (terms.proof === null) return undefined;
	const guesser = { exam: terms.id, address, device };
	const milliseconds = wrong.waitFor(guesser, now);
	if (milliseconds > 0) return { why: 'wait', milliseconds };
	if (isPassword(terms, password, secret)) return undefined;
	wrong.count(guesser, now);
	return { why: 'password' };
}
