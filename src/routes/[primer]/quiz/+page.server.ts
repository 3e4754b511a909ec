import { redirect } from '@sveltejs/kit';

import type { Bank } from '#lib/bank/bank.ts';
import { isKept } from '#lib/bank/serving.ts';
import { LANGUAGE } from '#lib/language/choice.ts';
import { getLocale, isLocale } from '#lib/paraglide/runtime.js';
import type { Form } from '#lib/quiz/form.ts';
import { offerOf } from '#lib/quiz/offer.ts';
import { writeOptions } from '#lib/quiz/options.ts';
import { readOptions } from '#lib/quiz/read-options.ts';
import { setForm } from '#lib/quiz/set-form.ts';
import { replyOf } from '#lib/server/exam/told.ts';
import { noticeWords } from '#lib/ui/notice-words.ts';

import { formOf } from '../../form.server.ts';
import { rememberLanguage } from '../../language/language.server.ts';
import { rememberLook } from '../../reading/reading.server.ts';
import { bankOf, headOf, linkedWords } from '../bank.server.ts';
import {
	begunFrom,
	changedWords,
	examItems,
	handOut,
	kept,
	leadFromTicket,
	postToExam,
	SITTING,
	sittingIn,
	TICKET,
	type Asked
} from './exam.server.ts';
import { goneOnWith, runningOf } from './running.server.ts';
import { beginSet, doorOf, EXAM, leadToSitting, setExamIn } from './set-exam.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Reads what the address asks for, and draws it. */
function asked(bank: Bank, url: URL) {
	const { options, notices } = readOptions(url.searchParams, offerOf(bank), [
		SITTING,
		TICKET,
		'/act',
		'/start'
	]);
	const set = setForm(bank, options, crypto.randomUUID().slice(0, 8));
	return { options, form: set.form, notices: [...notices, ...set.notices].map(noticeWords) };
}

export const load: PageServerLoad = async ({ params, url, locals, cookies }) => {
	const bank = bankOf(locals.library, params.primer, getLocale());
	const primer = headOf(bank);
	const ticket = url.searchParams.get(TICKET);
	if (ticket !== null) {
		await leadFromTicket(locals, bank, ticket);
		return { notices: [], primer, stage: 'altered' as const };
	}
	const token = url.searchParams.get(SITTING);
	if (token !== null) {
		const page = await examPage(locals, bank, sittingIn(locals, token));
		if (page.stage === 'running') locals.quiz = page.address;
		return { notices: [], primer, ...page };
	}

	const link = url.searchParams.get(EXAM);
	if (link !== null) {
		const set = setExamIn(locals, bank, link);
		if (!set) return { notices: [], primer, stage: 'altered' as const };
		leadToSitting(locals, set, cookies);
		if (set.isEmptied) return { notices: [], primer, stage: 'emptied' as const };
		const notices = set.notices.map(noticeWords);
		const form = outline(bank, set.form);
		const door = doorOf(set, locals.exams.now);
		const address = `?${EXAM}=${link}`;
		return { notices, primer, stage: 'start' as const, form, address, days: locals.keepDays, door };
	}

	const { options, form, notices } = asked(bank, url);
	const address = writeOptions({ ...options, seed: form.seed });
	if (form.behaviour === 'exam')
		return {
			notices,
			primer,
			stage: 'start' as const,
			form: outline(bank, form),
			address,
			days: locals.keepDays,
			door: null
		};
	locals.quiz = address;
	return {
		notices,
		primer,
		stage: 'running' as const,
		id: `${bank.primer.id}${address}`,
		address,
		afresh: writeOptions({ ...options, seed: null }),
		...runningOf(linkedWords(bank), form, locals.posted)
	};
};

async function examPage({ exam: post, exams, keepDays }: App.Locals, bank: Bank, asked: Asked | undefined) {
	const altered = { stage: 'altered' as const };
	if (!asked) return altered;
	const seen = typeof post === 'object' ? post.seen : (post ?? (await kept(exams.look(asked.id, bank))));
	if (seen === 'altered') return altered;
	if (seen === 'unknown') return { stage: 'gone' as const, days: keepDays };
	const { id, form, startedAt } = seen.sitting;
	return {
		stage: 'running' as const,
		id: `${bank.primer.id}?${SITTING}=${id}`,
		address: `?${SITTING}=${asked.token}`,
		afresh: '?behaviour=exam',
		form,
		...examItems(bank, seen),
		sitting: {
			token: asked.token,
			answers: seen.answers,
			...(typeof post === 'object' && { changed: changedWords(seen, post.unfit) })
		},
		/** Milliseconds since the exam began, so that the learner's clock does not matter. */
		elapsed: Date.now() - startedAt,
		posted: {
			...(typeof post === 'object' ? post.posted : begunFrom(seen)),
			reply: replyOf(bank, seen)
		}
	};
}

/** What may be said of an exam before it begins: neither its items nor the seed, which would tell them. */
function outline(bank: Bank, { items, minutes, extraTime }: Form) {
	const kept = bank.items.filter((item) => isKept(item) && items.includes(item.id));
	return { minutes, extraTime, count: items.length, kept: kept.length };
}

export const actions: Actions = {
	/** Begins an exam. */
	async start(event) {
		const { locals, params, url } = event;
		const bank = bankOf(locals.library, params.primer, getLocale());
		const link = url.searchParams.get(EXAM);
		if (link !== null) return beginSet(bank, link, event);
		const { form, options } = asked(bank, url);
		// Only exams are started here; any other quiz begins at its own address.
		if (form.behaviour !== 'exam') redirect(303, writeOptions(options));
		redirect(303, `?${SITTING}=${await handOut(locals, form)}`);
	},
	/**
	 * Takes an answer, or any other press of a button, from a page without its script. Where another language was chosen,
	 * the page that posts is in the one before, and the address is in this one.
	 */
	async act({ params, url, request, locals, cookies }) {
		const bank = bankOf(locals.library, params.primer, getLocale());
		const post = await formOf(request);
		const chosen = post.get(LANGUAGE);
		if (isLocale(chosen)) rememberLanguage(cookies, url, chosen);
		rememberLook(cookies, url, post);
		const token = url.searchParams.get(SITTING);
		if (token !== null) {
			const sitting = sittingIn(locals, token);
			if (sitting) locals.exam = await postToExam(locals.exams, bank, sitting, post);
			return;
		}
		locals.posted = goneOnWith(bank, asked(bank, url).form, post);
	}
};
