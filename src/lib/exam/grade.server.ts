import { findItem, type Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { score } from '#lib/kinds/index.ts';
import { own } from '#lib/kinds/own.ts';
import type { Grades, Refusal } from '#lib/quiz/grades.ts';

import type { Ticket } from './ticket.server.ts';

/** How long after the end a form is still taken, for slow networks; in milliseconds. */
export const GRACE = 30_000;

/** What handing in an exam comes to. */
export type Graded = { grades: Grades; items: Item[] } | { refusal: Exclude<Refusal, 'unreachable'> };

/**
 * Grades an exam that was handed in, and reveals its items with their keys.
 *
 * @param ticket as it was opened; undefined when its signature does not hold
 * @param responses by item id; what is missing counts as unanswered
 * @param now by the server’s clock: milliseconds since 1970
 */
export function gradeExam(
	bank: Bank,
	ticket: Ticket | undefined,
	responses: Record<string, unknown>,
	now: number
): Graded {
	if (!ticket || ticket.form.primer !== bank.primer.id) return { refusal: 'altered' };
	if (Object.keys(responses).some((id) => !ticket.form.items.includes(id))) return { refusal: 'altered' };
	if (now > ticket.endsAt + GRACE) return { refusal: 'late' };
	const items = ticket.form.items.flatMap((id) => findItem(bank, id) ?? []);
	if (items.length < ticket.form.items.length) return { refusal: 'changed' };
	const grades = Object.fromEntries(
		items.map((item) => [item.id, score(item, own(responses, item.id) ?? null)])
	);
	return { grades, items };
}

/** Whether the keys of an exam may be shown: nothing that is handed in can be taken any more. */
export function isOver(ticket: Ticket, now: number): boolean {
	return now > ticket.endsAt + GRACE;
}
