import { withoutCue } from '#lib/bank/bank.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { deckOf } from '#lib/review/faces.ts';

import { headOf, openBankOf } from '../bank.server.ts';
import { outlineFor } from '../outline.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const bank = openBankOf(locals.library, params.primer, getLocale());
	const { facts, licence = null, source } = bank.primer;
	return {
		primer: headOf(bank),
		source,
		licence,
		facts: facts.map(withoutCue),
		/** How many of them are learnt with questions, and how many have a card. */
		counts: { asked: outlineFor(bank).facts.length, cards: deckOf(facts, null).length }
	};
};
