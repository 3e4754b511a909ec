import { isKept, openItems } from '#lib/bank/serving.ts';
import { newSeed } from '#lib/chance/new-seed.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { offerOf } from '#lib/quiz/offer.ts';
import { readHandedOn } from '#lib/screens/share/handed-on.ts';
import { givenOf } from '#lib/screens/teach/given.ts';

import { bankOf, headOf, openBankOf } from '../bank.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals }) => {
	// What serves nothing but exams is not handed out at all.
	openBankOf(locals.library, params.primer, getLocale());
	const bank = bankOf(locals.library, params.primer, getLocale());
	const { handedOn: asked, notices } = readHandedOn(url.searchParams, offerOf(bank), getLocale());
	const seed = asked.options.seed ?? newSeed();
	const handedOn = { ...asked, options: { ...asked.options, seed } };
	const { views: _, ...given } = givenOf(bank, handedOn, seed);
	return {
		primer: headOf(bank),
		handedOn,
		notices,
		given: { ...given, views: [] },
		most: openItems(bank).length,
		/** How many questions stay here, for exams. */
		kept: bank.items.filter(isKept).length,
		/** In how many languages the course is. */
		languages: locals.library.inAllLanguages(params.primer).length,
		embeddedBy: locals.embeddedBy
	};
};
