import { redirect } from '@sveltejs/kit';

import type { Bank } from '#lib/bank/bank.ts';
import { findItem } from '#lib/bank/bank.ts';
import { revealed } from '#lib/bank/revealed.ts';
import { isKept } from '#lib/bank/serving.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Form } from '#lib/quiz/form.ts';
import { offerOf } from '#lib/quiz/offer.ts';
import { writeOptions } from '#lib/quiz/options.ts';
import { readOptions } from '#lib/quiz/read-options.ts';
import { setForm } from '#lib/quiz/set-form.ts';
import { noticeWords } from '#lib/ui/quiz/notice-words.ts';

import { formOf } from '../../form.server.ts';
import { LANGUAGE } from '../../language/language.server.ts';
import { bankOf, headOf } from '../bank.server.ts';
import { examItems, handOut, replyTo, TICKET, ticketOf, views } from './exam.server.ts';
import { takePost, type Posted } from './posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Reads what the address asks for, and draws it. */
function asked(bank: Bank, url: URL) {
	const { options, notices } = readOptions(url.searchParams, offerOf(bank), [
		TICKET,
		'/act',
		'/start',
		LANGUAGE
	]);
	const set = setForm(bank, options, crypto.randomUUID().slice(0, 8));
	return { options, form: set.form, notices: [...notices, ...set.notices].map(noticeWords) };
}

export const load: PageServerLoad = ({ params, url, locals }) => {
	const bank = bankOf(params.primer, getLocale());
	const primer = headOf(bank);
	const text = url.searchParams.get(TICKET);
	if (text !== null) return { notices: [], primer, ...runningExam(bank, text, locals.posted) };

	const { options, form, notices } = asked(bank, url);
	const address = writeOptions({ ...options, seed: form.seed });
	if (form.behaviour === 'exam')
		return { notices, primer, stage: 'start' as const, form: withoutItems(bank, form), address };
	const items = form.items.flatMap((id) => findItem(bank, id) ?? []);
	return {
		notices,
		primer,
		stage: 'running' as const,
		id: `${bank.primer.id}${address}`,
		address,
		afresh: writeOptions({ ...options, seed: null }),
		form,
		// A page with its script asks for the items when the learner begins; one without has them all on the server.
		...(locals.posted
			? { views: [], ...revealed(bank, items) }
			: { views: views(form, items.slice(0, 1)), items: [], facts: [], pictures: {} }),
		ticket: null,
		elapsed: 0,
		posted: locals.posted ? { ...locals.posted, reply: null } : null
	};
};

function runningExam(bank: Bank, text: string, posted: Posted | undefined) {
	const ticket = ticketOf(text);
	if (!ticket || ticket.form.primer !== bank.primer.id) return { stage: 'altered' as const };
	const now = Date.now();
	const reply = posted ? replyTo(bank, ticket, posted, now) : null;
	return {
		stage: 'running' as const,
		id: `${bank.primer.id}?sitting=${ticket.sitting}`,
		address: `?${TICKET}=${text}`,
		afresh: '?behaviour=exam',
		form: ticket.form,
		...examItems(bank, ticket, reply?.type === 'graded', now),
		ticket: text,
		/** Milliseconds since the exam began, so that the learner's clock need not be right. */
		elapsed: now - ticket.startedAt,
		posted: posted ? { ...posted, reply } : null
	};
}

/** What may be said of an exam before it begins. */
function withoutItems(bank: Bank, { items, ...form }: Form) {
	const kept = bank.items.filter((item) => isKept(item) && items.includes(item.id));
	return { ...form, count: items.length, kept: kept.length };
}

export const actions: Actions = {
	/** Begins an exam. */
	start({ params, url }) {
		const { form } = asked(bankOf(params.primer, getLocale()), url);
		redirect(303, `?${TICKET}=${handOut(form, Date.now())}`);
	},
	/** Takes an answer, or any other press of a button, from a page without its script. */
	async act({ params, url, request, locals }) {
		const bank = bankOf(params.primer, getLocale());
		const text = url.searchParams.get(TICKET);
		const form = text === null ? asked(bank, url).form : ticketOf(text)?.form;
		if (form) locals.posted = takePost(bank, form, await formOf(request), Date.now());
	}
};
