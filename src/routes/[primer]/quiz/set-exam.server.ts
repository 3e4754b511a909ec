import { fail, redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';

import type { Bank } from '#lib/bank/bank.ts';
import type { AddressNotice } from '#lib/quiz/address-notice.ts';
import type { Form } from '#lib/quiz/form.ts';
import { offerOf } from '#lib/quiz/offer.ts';
import { readOptions } from '#lib/quiz/read-options.ts';
import { setForm } from '#lib/quiz/set-form.ts';
import { stateAt, type Barred } from '#lib/server/exam/entry.ts';
import { openTerms, seedOf, type Terms } from '#lib/server/exam/terms.ts';
import { newDevice, openDevice, openSitting, signSitting } from '#lib/server/exam/token.ts';
import { BY_DEVICE } from '#lib/server/exam/wrong-passwords.ts';
import type { Services } from '#lib/server/services.ts';

import { clientAddress } from '../../client-address.server.ts';
import { formOf } from '../../form.server.ts';
import { kept, SITTING } from './exam.server.ts';

/** The parameter of the address of an exam that a teacher has set. */
export const EXAM = 'exam';

const DAY = 86_400_000;

/** An exam that a teacher has set, as its link tells it. */
interface SetExam {
	terms: Terms;
	form: Form;
	/** What of the teacher’s choice is no longer to be had. */
	notices: AddressNotice[];
	/** Whether the course has none of the items any more that were picked: then nothing else is asked in their place. */
	isEmptied: boolean;
}

/** What the start page says of who may begin an exam, and when. Moments are milliseconds since 1970. */
export interface Door {
	state: 'early' | 'open' | 'over';
	opensAt: number | null;
	closesAt: number | null;
	/** Whether it takes a password. */
	isLocked: boolean;
	isOnce: boolean;
}

/** Why somebody could not begin just now. */
export type BarredNow = Exclude<Barred, { why: 'wait' }> | { why: 'wait'; seconds: number };

/** The exam of a link; undefined if this server did not sign it for this course. */
export function setExamIn(
	{ secret }: Pick<Services, 'secret'>,
	bank: Bank,
	link: string
): SetExam | undefined {
	const terms = openTerms(link, bank.primer.id, secret);
	if (!terms) return undefined;
	const query = new URLSearchParams(terms.query);
	const { options, notices } = readOptions(query, offerOf(bank));
	const seed = terms.isSame ? seedOf(terms, secret) : crypto.randomUUID().slice(0, 8);
	const set = setForm(bank, { ...options, behaviour: 'exam', seed }, seed);
	const isEmptied = query.has('items') && options.items === null;
	return { terms, form: set.form, notices: [...notices, ...set.notices], isEmptied };
}

/** What may be said at the start of an exam at a moment of the server’s clock. */
export function doorOf({ terms }: SetExam, now: number): Door {
	const { opensAt, closesAt, proof, isOnce } = terms;
	return { state: stateAt(terms, now), opensAt, closesAt, isLocked: proof !== null, isOnce };
}

/** Redirects to the sitting that this device has begun, where an exam may be begun only once. */
export function leadToSitting({ secret }: Services, { terms }: SetExam, cookies: Cookies): void {
	const token = terms.isOnce ? cookies.get(cookieOf(terms)) : undefined;
	if (token !== undefined && openSitting(token, secret) !== undefined) redirect(303, `?${SITTING}=${token}`);
}

/**
 * Begins an exam that a teacher has set, and redirects to its sitting.
 *
 * @returns why it cannot be begun now, as the result of an action
 */
export async function beginSet(bank: Bank, link: string, event: RequestEvent) {
	const { locals, request, cookies, url } = event;
	const found = setExamIn(locals, bank, link);
	// The page says that the link was changed, or that nothing is left of what it asks.
	if (!found || found.isEmptied) redirect(303, `?${EXAM}=${encodeURIComponent(link)}`);
	leadToSitting(locals, found, cookies);
	const { terms, form } = found;
	const password = (await formOf(request)).get('password');
	const knock = {
		...{ terms, secret: locals.secret, address: clientAddress(event), device: deviceIn(event, terms) },
		password: typeof password === 'string' ? password : ''
	};
	const became = await kept(locals.exams.enter(form, knock));
	if ('why' in became) {
		if (became.why === 'password') nameDevice(event, terms, knock.device);
		if (became.why !== 'wait') return fail(403, { barred: became });
		return fail(429, { barred: { why: became.why, seconds: Math.ceil(became.milliseconds / 1000) } });
	}
	const token = signSitting(became.id, locals.secret);
	if (terms.isOnce) {
		const over = Math.max(0, (terms.closesAt ?? 0) - locals.exams.now) + locals.keepDays * DAY;
		cookies.set(cookieOf(terms), token, {
			...manner(url),
			maxAge: Math.ceil(over / 1000)
		});
	}
	redirect(303, `?${SITTING}=${token}`);
}

/** The cookie in which a device keeps the sitting that it has begun. It is no proof: whoever deletes it begins again. */
function cookieOf({ id }: Terms): string {
	return `exam-${id}`;
}

/** What this server called the device of a request when it gave a wrong password for an exam; null if it never did. */
function deviceIn({ cookies, locals }: RequestEvent, { id }: Terms): string | null {
	const token = cookies.get(triesOf(id));
	return (token === undefined ? undefined : openDevice(token, id, locals.secret)) ?? null;
}

/**
 * Gives a device a name, or lets it keep the one it has, for as long as its mistakes count. Who deletes the name is
 * counted with all of their address.
 */
function nameDevice({ cookies, locals, url }: RequestEvent, { id }: Terms, known: string | null): void {
	const token = known === null ? undefined : cookies.get(triesOf(id));
	cookies.set(triesOf(id), token ?? newDevice(id, locals.secret), {
		...manner(url),
		maxAge: Math.ceil((BY_DEVICE.most * BY_DEVICE.every) / 1000)
	});
}

/** The cookie that tells the device of somebody who has given a wrong password for an exam. */
function triesOf(id: string): string {
	return `tries-${id}`;
}

/** How a cookie is kept. In a classroom the server may be reached without a certificate. */
function manner({ protocol }: URL) {
	return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: protocol === 'https:' };
}
