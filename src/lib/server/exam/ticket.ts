import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Form } from '#lib/quiz/form.ts';
import { formSchema } from '#lib/quiz/form-schema.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import * as v from 'valibot';

/**
 * What a server promises about an exam that it starts. Signed, it travels with the learner; the server stores
 * nothing.
 */
export interface Ticket {
	/** Whose sitting it is: a random id, which says nothing about the person. */
	sitting: string;
	form: Form;
	/** When the exam began and when it ends, by the server’s clock: milliseconds since 1970. */
	startedAt: number;
	endsAt: number;
}

const ticketSchema: v.GenericSchema<unknown, Ticket> = v.strictObject({
	sitting: v.string(),
	form: formSchema,
	startedAt: v.number(),
	endsAt: v.number()
});

/** The ticket as text that fits an address, with a signature (HMAC-SHA-256) that only this server can make. */
export function signTicket(ticket: Ticket, secret: string): string {
	const body = Buffer.from(JSON.stringify(ticket)).toString('base64url');
	return `${body}.${signature(body, secret)}`;
}

/** The ticket that was signed; undefined when the text is not one, or not as it was signed. */
export function openTicket(text: string, secret: string): Ticket | undefined {
	const [body = '', signed = '', ...rest] = text.split('.');
	// Compared as text: several texts decode to the same bytes, and only one of them is what was signed.
	const expected = Buffer.from(signature(body, secret));
	const given = Buffer.from(signed);
	if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
		return undefined;
	try {
		return parsed(ticketSchema, JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
	} catch {
		return undefined;
	}
}

function signature(body: string, secret: string): string {
	return createHmac('sha256', secret).update(body).digest('base64url');
}
