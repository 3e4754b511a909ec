import { isLocale, type Locale } from '#lib/paraglide/runtime.js';
import type { AddressNotice } from '#lib/quiz/address-notice.ts';
import type { Offer } from '#lib/quiz/offer.ts';
import { writeOptions, type QuizOptions } from '#lib/quiz/options.ts';
import { readOptions } from '#lib/quiz/read-options.ts';

import { typedNames } from './window.ts';

/** What a teacher chooses for a class. */
export interface Choice {
	/** Whether the items are drawn, or picked by hand. */
	pick: 'draw' | 'hand';
	/** Whether every learner gets the same items in the same order; otherwise each gets a draw of their own. */
	isSame: boolean;
	/** The language of the quiz. */
	language: Locale;
	/** The quiz. Its seed draws what the teacher sees, whether or not the learners get the same. */
	options: QuizOptions;
}

/** Parameters that a quiz does not have. */
const OWN = { pick: 'pick', draw: 'draw', language: 'lang', seal: '/seal' };

/**
 * Reads a choice from the query of an address; it may be that of a quiz. Hand-picked items need no other restriction,
 * so what would restrict them is left out, and so are items where they are drawn.
 *
 * @param language that of the page, for an address which names none
 */
export function readChoice(
	query: URLSearchParams,
	offer: Offer,
	language: Locale
): { choice: Choice; notices: AddressNotice[] } {
	const { options, notices } = readOptions(query, offer, [...Object.values(OWN), ...typedNames]);
	const named = query.get(OWN.pick) ?? (options.items ? 'hand' : 'draw');
	const pick = named === 'hand' ? 'hand' : 'draw';
	const asked = query.get(OWN.language);
	return {
		choice: {
			pick,
			isSame: query.get(OWN.draw) !== 'own',
			language: isLocale(asked) ? asked : language,
			options:
				pick === 'hand'
					? { ...options, count: null, points: null, difficulties: null, kinds: null, over: null }
					: { ...options, items: null }
		},
		notices
	};
}

/** The query of the page for teachers with this choice. */
export function writeChoice({ pick, isSame, language, options }: Choice): string {
	const own = [`${OWN.pick}=${pick}`, ...(isSame ? [] : [`${OWN.draw}=own`]), `${OWN.language}=${language}`];
	return [writeOptions(options), ...own].join('&').replace('?&', '?');
}

/** The query of the quiz that a class gets. */
export function quizQuery({ isSame, options }: Choice): string {
	return writeOptions({ ...options, seed: isSame ? options.seed : null });
}
