import type { Bank } from '#lib/bank/bank.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { offerOf } from '#lib/quiz/offer.ts';
import { writeOptions } from '#lib/quiz/options.ts';
import { readOptions } from '#lib/quiz/read-options.ts';
import { setForm } from '#lib/quiz/set-form.ts';
import { themes } from '#lib/store/reading-settings.ts';
import { noticeWords } from '#lib/ui/notice-words.ts';

import { headOf, openBankOf } from '../../[primer]/bank.server.ts';
import { goneOnWith, runningOf } from '../../[primer]/quiz/running.server.ts';
import { formOf } from '../../form.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What an address may say besides the options of a quiz, and what form posts add to it. */
const OWN = ['theme', 'start', '/act'];

/** Reads what the address asks for, and draws it. Nothing that is kept for exams is in a frame, nor is an exam. */
function asked(bank: Bank, url: URL) {
	const { options, notices } = readOptions(url.searchParams, offerOf(bank), OWN);
	const isExam = options.behaviour === 'exam';
	const played = { ...options, behaviour: isExam ? ('practice' as const) : options.behaviour };
	const set = setForm(bank, played, crypto.randomUUID().slice(0, 8));
	const words = [...notices, ...set.notices].map(noticeWords);
	return { options: played, form: set.form, notices: isExam ? [m.embed_no_exam(), ...words] : words };
}

export const load: PageServerLoad = ({ params, url, locals }) => {
	const bank = openBankOf(locals.library, params.primer, getLocale());
	const { options, form, notices } = asked(bank, url);
	const theme = themes.find((known) => known === url.searchParams.get('theme'));
	locals.embedded = { theme };
	const start = url.searchParams.get('start');
	/** What the address of each quiz in this frame says, too. */
	const own = theme ? `&theme=${theme}` : '';
	return {
		quiz: {
			notices,
			primer: headOf(bank),
			id: `embed/${bank.primer.id}${writeOptions({ ...options, seed: form.seed })}`,
			address: writeOptions({ ...options, seed: form.seed }) + own,
			afresh: writeOptions({ ...options, seed: null }) + own,
			own,
			/** What the address of this one says, too, where it begins again. */
			start: start === 'wait' ? '&start=wait' : '',
			/** Whether the address names what draws the quiz; otherwise each visit is a draw of its own. */
			isSeeded: options.seed !== null,
			/** Whether somebody has to begin it: time that is limited does not run before. */
			waits: !locals.posted && start !== 'now' && (start === 'wait' || form.minutes !== null),
			...runningOf(bank, form, locals.posted)
		}
	};
};

export const actions: Actions = {
	/** Takes an answer, or any other press of a button, from a frame without its script. */
	async act({ params, url, request, locals }) {
		const bank = openBankOf(locals.library, params.primer, getLocale());
		locals.posted = goneOnWith(bank, asked(bank, url).form, await formOf(request));
	}
};
