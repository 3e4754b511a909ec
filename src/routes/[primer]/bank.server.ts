import { error } from '@sveltejs/kit';

import type { Bank } from '#lib/bank/bank.ts';
import type { Library } from '#lib/bank/library.server.ts';
import { withLinkedWords } from '#lib/bank/linked-words.ts';
import { openBank, servesExamsAlone } from '#lib/bank/serving.ts';
import * as m from '#lib/paraglide/messages.js';
import { pointsToLearn } from '#lib/review/outline.ts';
import type { PrimerHead } from '#lib/bank/primer-head.ts';

import { addressesOf } from './addresses-of.ts';
import { outlineFor } from './outline.server.ts';

/** What every page below a primer shows of it. */
export function headOf(bank: Bank): PrimerHead {
	const { primer } = bank;
	return {
		id: primer.id,
		title: primer.title,
		points: primer.points.map(({ id, title }) => ({ id, title })),
		first: pointsToLearn(outlineFor(bank))[0] ?? 0,
		date: primer.source.date,
		...(primer.source.called !== undefined && { source: primer.source.called }),
		...(openBank(bank).guide && { hasGuide: true as const }),
		language: primer.language
	};
}

/**
 * The bank of a primer named in an address, or the page that says there is none.
 *
 * @param language that of the page; without it, the bank comes as it was written
 */
export function bankOf(library: Library, primer: string, language?: string): Bank {
	const bank = library.find(primer, language);
	if (library.isUnavailable(primer)) {
		error(503, { message: m.course_unavailable({ course: primer }), fix: m.course_unavailable_fix() });
	}
	if (!bank) {
		error(404, {
			message: m.no_such_course({ course: primer }),
			fix: m.no_such_course_fix()
		});
	}
	return bank;
}

/**
 * The bank of a primer named in an address as anyone may have it, with its keys but without what is kept for
 * exams. If that is everything, the page that says so.
 *
 * @param language as {@link bankOf} takes it
 */
export function openBankOf(library: Library, primer: string, language?: string): Bank {
	const bank = bankOf(library, primer, language);
	if (servesExamsAlone(bank.primer)) {
		error(403, {
			message: m.exams_alone_message({ course: bank.primer.title }),
			fix: m.exams_alone_fix()
		});
	}
	return openBank(bank);
}

/** A bank whose texts lead to the words to know, on their page in the language of the request. */
export function linkedWords(bank: Bank): Bank {
	return withLinkedWords(bank, addressesOf(bank.primer.id).words);
}
