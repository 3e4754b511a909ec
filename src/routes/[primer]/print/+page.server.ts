import { error } from '@sveltejs/kit';

import { isAllOpen, servesExamsAlone } from '#lib/bank/serving.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

import { bankOf, headOf } from '../bank.server.ts';
import type { PageServerLoad } from './$types';

/** The head of the course alone; the page fetches the rest, which a device may have kept. */
export const load: PageServerLoad = ({ locals, params }) => {
	const bank = bankOf(locals.library, params.primer, getLocale());
	if (servesExamsAlone(bank.primer)) {
		error(403, {
			message: m.exams_alone_message({ course: bank.primer.title }),
			fix: m.print_exams_alone()
		});
	}
	return { primer: headOf(bank), hasReport: isAllOpen(bank) };
};
