import { fail } from '@sveltejs/kit';

import type { Bank } from '#lib/bank/bank.ts';
import { isAllOpen, openItems, servesExamsAlone } from '#lib/bank/serving.ts';
import { newSeed, seedAfter } from '#lib/chance/new-seed.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { offerOf } from '#lib/quiz/offer.ts';
import { writeOptions } from '#lib/quiz/options.ts';
import { readChoice, writeChoice } from '#lib/screens/teach/choice.ts';
import { givenOf, pickable } from '#lib/screens/teach/given.ts';
import { readLonger, readWindow, typedIn, type SealProblem } from '#lib/screens/teach/window.ts';
import { LONGEST_PASSWORD, newExamId, proofOf, seedOf, sealTerms } from '#lib/server/exam/terms.ts';

import { formOf } from '../../form.server.ts';
import { bankOf, headOf } from '../bank.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the address chooses, with the seed that draws what is shown. */
function chosen(bank: Bank, url: URL) {
	const { choice, notices } = readChoice(url.searchParams, offerOf(bank), getLocale());
	const seed = choice.options.seed ?? newSeed();
	return { choice: { ...choice, options: { ...choice.options, seed } }, seed, notices };
}

export const load: PageServerLoad = ({ params, url, locals }) => {
	const bank = bankOf(locals.library, params.primer, getLocale());
	const { choice, seed, notices } = chosen(bank, url);
	const open = openItems(bank).length;
	return {
		primer: headOf(bank),
		examsAlone: servesExamsAlone(bank.primer),
		most: choice.options.behaviour === 'exam' ? bank.items.length : open,
		kept: bank.items.length - open,
		choice,
		seed,
		notices,
		given: givenOf(bank, choice, seed),
		pickable: choice.pick === 'hand' ? pickable(bank, seed) : [],
		address: writeChoice(choice),
		/** Extra time has links of its own. */
		exam: writeChoice({ ...choice, options: { ...choice.options, behaviour: 'exam', extraTime: 1 } }),
		another: writeChoice({ ...choice, options: { ...choice.options, seed: seedAfter(seed) } }),
		/** Whether the report on the questions can be shown: it quotes them. */
		hasReport: isAllOpen(bank),
		/** What was typed for the exam that is being changed. */
		typed: typedIn(url.searchParams),
		now: locals.exams.now
	};
};

export const actions: Actions = {
	/**
	 * Seals the terms of an exam of the choice in the address. Nothing is kept: its link holds them. A link for those who
	 * have a right to more time is made along with it, since it is the same exam, which nobody can make of a link alone.
	 */
	async seal({ params, url, locals, request }) {
		const bank = bankOf(locals.library, params.primer, getLocale());
		const post = await formOf(request);
		const field = (name: string): string => {
			const value = post.get(name);
			return typeof value === 'string' ? value : '';
		};
		const { choice, seed } = chosen(bank, url);
		const options = { ...choice.options, behaviour: 'exam' as const, seed: null, extraTime: 1 };
		const asked = post.getAll('longer').filter((value) => typeof value === 'string');
		const typed = {
			...{ opens: field('opens'), closes: field('closes'), isOnce: field('once') !== '' },
			longer: readLonger([...asked, String(choice.options.extraTime)])
		};
		const refuse = (problem: SealProblem) => fail(400, { problem, typed });
		if (givenOf(bank, { ...choice, options }, seed).count === 0) return refuse('nothing');
		// With a script there is the same moment with its time zone, too.
		const moment = (name: string) => field(`${name}-at`) || field(name);
		const window = readWindow(moment('opens'), moment('closes'), locals.exams.now);
		if (typeof window === 'string') return refuse(window);
		const password = field('password').trim();
		if (password.length > LONGEST_PASSWORD) return refuse('password-too-long');
		const id = newExamId();
		const terms = {
			...{ id, isSame: choice.isSame, ...window, isOnce: typed.isOnce },
			proof: password === '' ? null : proofOf(id, password, locals.secret)
		};
		const linkWith = (extraTime: number): string =>
			sealTerms({ ...terms, query: writeOptions({ ...options, extraTime }) }, bank.primer.id, locals.secret);
		// The teacher sees what is asked, which the link does not tell.
		const drawn = choice.isSame ? seedOf(terms, locals.secret) : seed;
		const given = givenOf(bank, { ...choice, options }, drawn);
		const sealed = {
			...{ link: linkWith(1), ...window, isLocked: terms.proof !== null, isOnce: typed.isOnce },
			longer: typed.longer.map((factor) => {
				return { link: linkWith(factor), minutes: (given.limit ?? 0) * factor };
			})
		};
		return { sealed: { ...sealed, seed: drawn, given }, typed };
	}
};
