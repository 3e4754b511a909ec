import type { Form } from '#lib/quiz/form.ts';
import { formSchema } from '#lib/quiz/form-schema.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import * as v from 'valibot';

import { bodyOf, decoded, keyed } from './signed.ts';

/**
 * What an earlier version promised about an exam that it began. Signed, it travelled with the learner, in the address; the
 * server stored nothing.
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

/** The ticket that was signed; undefined when the text is not one, or not as it was signed. */
export function openTicket(text: string, secret: string): Ticket | undefined {
	const body = bodyOf(text, (signed) => keyed(signed, secret));
	return body === undefined ? undefined : parsed(ticketSchema, decoded(body));
}
