import { error, redirect } from '@sveltejs/kit';

import { findItem, type Bank } from '#lib/bank/bank.ts';
import type { Item, ItemView } from '#lib/bank/item.ts';
import { outcomesOf } from '#lib/bank/outcome.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import { publicView } from '#lib/kinds/index.ts';
import * as m from '#lib/paraglide/messages.js';
import { answersIn } from '#lib/quiz/context.ts';
import type { LearnerEvent } from '#lib/quiz/event.ts';
import { newerThan } from '#lib/quiz/exchange.ts';
import type { Form } from '#lib/quiz/form.ts';
import { snapshotOf } from '#lib/quiz/run.ts';
import { isStoreUnavailable } from '#lib/server/database/faults.ts';
import type { Denied, Exams, Seen } from '#lib/server/exam/exams.ts';
import { revealedOf } from '#lib/server/exam/told.ts';
import { openTicket } from '#lib/server/exam/ticket.ts';
import { openSitting, signSitting } from '#lib/server/exam/token.ts';
import type { Services } from '#lib/server/services.ts';

import { carriedBy, withPost, type Posted } from './posted.server.ts';

/** The parameter of an exam's address that names its sitting. */
export const SITTING = 'sitting';

/** The parameter in older addresses, whose tickets held everything about the exam. */
export const TICKET = 'ticket';

/** A sitting that a request is about. */
export interface Asked {
	/** As the address names it. */
	token: string;
	id: string;
}

/** Starts an exam: from now on its time runs. Returns the part of its address that names it. */
export async function handOut({ exams, secret }: Services, form: Form): Promise<string> {
	return signSitting((await kept(exams.begin(form))).id, secret);
}

/** The sitting that an address names; undefined if this server did not sign it. */
export function sittingIn({ secret }: Services, token: string): Asked | undefined {
	const id = openSitting(token, secret);
	return id === undefined ? undefined : { token, id };
}

/**
 * Redirects from an exam’s older address to that of its sitting, which is kept from now on; does nothing if
 * the ticket was changed.
 */
export async function leadFromTicket({ exams, secret }: Services, bank: Bank, text: string): Promise<void> {
	const ticket = openTicket(text, secret);
	if (!ticket || ticket.form.primer !== bank.primer.id) return;
	await kept(exams.adopt({ ...ticket, id: ticket.sitting }));
	redirect(303, `?${SITTING}=${signSitting(ticket.sitting, secret)}`);
}

/**
 * What a store answers.
 *
 * @throws the page that says so, if the store is unreachable
 */
export async function kept<T>(answer: Promise<T>): Promise<T> {
	try {
		return await answer;
	} catch (reason) {
		if (!isStoreUnavailable(reason)) throw reason;
		console.error(reason.message);
		error(503, { message: m.exams_unavailable(), fix: m.exams_unavailable_fix() });
	}
}

/**
 * What a page of an exam may contain: public views while it is open; the items themselves, with their keys,
 * once it is closed. Items that the course no longer has are missing.
 */
export function examItems(bank: Bank, seen: Seen) {
	if (seen.sitting.closed) {
		const outcomes = seen.sitting.form.over && { outcomes: outcomesOf(bank.primer.points) };
		return { views: [], ...revealedOf(bank, seen), ...outcomes };
	}
	const { form } = seen.sitting;
	const items = form.items.flatMap((id) => findItem(bank, id) ?? []);
	return { views: views(form, items), items: [], facts: [], pictures: {} };
}

/** Public views of items, their options in the order of a form. */
export function views(form: Pick<Form, 'seed'>, items: readonly Item[]): ItemView[] {
	return items.map((item) => viewOf(item, publicView(item, orderOf(form.seed, item.id))));
}

/** The attempt of a page that knows only what the server keeps of the sitting. */
export function begunFrom({ sitting: { startedAt, closed }, answers }: Seen): Posted {
	const at = startedAt;
	const log: LearnerEvent[] = answers.length > 0 ? [{ type: 'elsewhere', at, answers }] : [];
	return { startedAt, log: closed ? [...log, { type: 'finish', at }, { type: 'submit', at }] : log };
}

/** The result of a form post to an exam: the current sitting, and where the learner is in it. */
export interface ExamPost {
	seen: Seen;
	posted: Posted;
	/** Items whose answer does not fit them: they have changed since they were answered. It was not kept. */
	unfit: string[];
}

/**
 * Takes a form post of an exam's page whose script has not loaded: what it answers is kept, and it is handed in where
 * the post says so.
 */
export async function postToExam(
	exams: Exams,
	bank: Bank,
	{ id }: Asked,
	post: FormData
): Promise<ExamPost | Denied> {
	const now = Date.now();
	const before = await kept(exams.look(id, bank));
	if (typeof before === 'string') return before;
	const { form, closed } = before.sitting;
	if (closed) return { seen: before, posted: begunFrom(before), unfit: [] };

	const { startedAt } = before.sitting;
	const carried = withNews({ form, startedAt, log: carriedBy(post, form, now).log }, before);
	const next =
		withPost(bank, carried, post, now) ?? withPost(bank, { form, ...begunFrom(before) }, post, now);
	if (!next) throw new Error('An exam cannot refuse what its own server keeps.');
	const given = newerThan(before.answers, answersIn(next.state.context));
	const taken = next.state.matches('submitting')
		? await kept(exams.handIn(before, bank, given))
		: await kept(exams.take(before, bank, given));
	if (typeof taken === 'string') return taken;
	const posted = taken.sitting.closed ? begunFrom(taken) : { startedAt, log: next.log };
	return { seen: taken, posted, unfit: taken.unfit };
}

/** Which questions of a sitting have changed under their answers, and what to do; undefined where none has. */
export function changedWords({ sitting: { form, closed } }: Seen, unfit: string[]): string | undefined {
	const numbers = form.items.flatMap((id, position) => (unfit.includes(id) ? [position + 1] : []));
	if (numbers.length === 0) return undefined;
	const tell = closed ? m.questions_changed_before_end : m.questions_changed;
	return tell({ count: numbers.length, questions: numbers.join(', ') });
}

/** An attempt with the newer answers that the server keeps, given on another page. */
function withNews<T extends Posted & { form: Form }>(attempt: T, { answers }: Seen): T {
	const state = snapshotOf({ ...attempt, reply: null }, () => undefined);
	const news = state ? newerThan(answersIn(state.context), answers) : [];
	if (!state || news.length === 0) return attempt;
	return { ...attempt, log: [...attempt.log, { type: 'elsewhere', at: state.context.now, answers: news }] };
}
