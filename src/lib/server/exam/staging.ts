import { keyed } from './signed.ts';
import type { Ticket } from './ticket.ts';

/** A ticket as an earlier version handed it out: text that fits an address, with a signature. */
export function signTicket(ticket: Ticket, secret: string): string {
	const body = Buffer.from(JSON.stringify(ticket)).toString('base64url');
	return `${body}.${keyed(body, secret)}`;
}
