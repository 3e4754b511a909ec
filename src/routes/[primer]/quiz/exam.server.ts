import { findItem, type Bank } from '#lib/bank/bank.ts';
import type { Item, ItemView } from '#lib/bank/item.ts';
import { revealed } from '#lib/bank/revealed.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import { gradeExam, isOver } from '#lib/exam/grade.server.ts';
import { examSecret } from '#lib/exam/secret.server.ts';
import { openTicket, signTicket, type Ticket } from '#lib/exam/ticket.server.ts';
import { publicView } from '#lib/kinds/index.ts';
import { responsesOf } from '#lib/quiz/context.ts';
import { timeAllowed, type Form } from '#lib/quiz/form.ts';
import { snapshotOf, type Attempt } from '#lib/quiz/run.ts';

import type { Posted } from './posted.server.ts';

/** The parameter of an exam's address that holds its ticket. */
export const TICKET = 'ticket';

/** Hands out an exam: from now on its time runs. */
export function handOut(form: Form, now: number): string {
	const ticket: Ticket = {
		sitting: crypto.randomUUID(),
		form,
		startedAt: now,
		endsAt: now + timeAllowed(form)
	};
	return signTicket(ticket, examSecret());
}

/** The ticket of an exam that this server handed out; undefined when it is not as it was signed. */
export function ticketOf(text: string): Ticket | undefined {
	return openTicket(text, examSecret());
}

/**
 * What a page of an exam may hold: public views while it runs; the items themselves once it was graded, or once
 * nothing can be handed in any more.
 */
export function examItems(bank: Bank, ticket: Ticket, graded: boolean, now: number) {
	const items = ticket.form.items.flatMap((id) => findItem(bank, id) ?? []);
	if (graded || isOver(ticket, now)) return { views: [], ...revealed(bank, items) };
	return { views: views(ticket.form, items), items: [], facts: [], pictures: {} };
}

/** Public views of items, their options in the order of a form. */
export function views(form: Pick<Form, 'seed'>, items: readonly Item[]): ItemView[] {
	return items.map((item) => viewOf(item, publicView(item, orderOf(form.seed, item.id))));
}

/** Answers an exam that a form post has just handed in; null while it is still being answered. */
export function replyTo(bank: Bank, ticket: Ticket, posted: Posted, now: number): Attempt['reply'] {
	const state = snapshotOf({ form: ticket.form, ...posted, reply: null }, () => undefined);
	if (!state?.matches('submitting')) return null;
	const graded = gradeExam(bank, ticket, responsesOf(state.context), now);
	return 'grades' in graded
		? { type: 'graded', grades: graded.grades }
		: { type: 'refused', refusal: graded.refusal };
}
