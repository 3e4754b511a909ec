import { isKept, servesExamsAlone } from '#lib/bank/serving.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

import { bankOf, headOf } from '../../bank.server.ts';
import type { PageServerLoad } from './$types';

/** The head of the course alone; the page fetches the rest, with which results are compared on the teacher’s device. */
export const load: PageServerLoad = ({ locals, params }) => {
	const bank = bankOf(locals.library, params.primer, getLocale());
	return {
		primer: headOf(bank),
		/** Whether nothing of the course comes to a page that anyone can open, so that nothing can be compared. */
		examsAlone: servesExamsAlone(bank.primer),
		/** How many questions are kept for exams, whose answers cannot be compared here. */
		kept: bank.items.filter(isKept).length,
		/** How many days the server keeps an exam after its end. */
		days: locals.keepDays
	};
};
