import { error } from '@sveltejs/kit';

import { findItem } from '#lib/bank/bank.ts';
import { isAllOpen } from '#lib/bank/serving.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

import { bankOf, headOf, openBankOf } from '../../bank.server.ts';
import type { PageServerLoad } from './$types';

/** The lessons of a guide, with the questions to ask live and their keys: nothing of it is kept for exams. */
export const load: PageServerLoad = ({ locals, params }) => {
	const bank = openBankOf(locals.library, params.primer, getLocale());
	const { guide } = bank;
	if (!guide) error(404, { message: m.guide_missing(), fix: m.guide_missing_fix() });
	return {
		primer: headOf(bank),
		hasReport: isAllOpen(bankOf(locals.library, params.primer)),
		minutes: guide.minutes,
		before: guide.before ?? null,
		lessons: guide.points.map((lesson) => ({
			...{ lesson, live: lesson.live.ask.flatMap((id) => findItem(bank, id) ?? []) },
			outcomes: (bank.primer.points.find(({ id }) => id === lesson.id)?.outcomes ?? []).map(
				({ id, text }) => ({ id, text })
			)
		}))
	};
};
