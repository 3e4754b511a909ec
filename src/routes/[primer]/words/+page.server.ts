import { error } from '@sveltejs/kit';

import { anchorOf } from '#lib/bank/linked-words.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

import { headOf, openBankOf } from '../bank.server.ts';
import type { PageServerLoad } from './$types';

/** The words to know of a course; where it has none, there is no such page. */
export const load: PageServerLoad = ({ locals, params }) => {
	const bank = openBankOf(locals.library, params.primer, getLocale());
	const { words = [] } = bank.primer;
	if (words.length === 0) error(404, { message: m.no_such_page(), fix: m.no_such_page_fix() });
	return { primer: headOf(bank), words: words.map((word) => ({ ...word, anchor: anchorOf(word) })) };
};
