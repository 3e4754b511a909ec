import type { BehaviourName } from '#lib/quiz/behaviour.ts';
import type { AddressNotice } from '#lib/quiz/address-notice.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Offer } from '#lib/quiz/offer.ts';
import { writeOptions } from '#lib/quiz/options.ts';
import { themes, type Theme } from '#lib/store/reading-settings.ts';

import { readChoice, writeChoice, type Choice } from '../teach/choice.ts';

/** What an author chooses of a quiz that is to stand elsewhere. */
export interface HandedOn extends Choice {
	/** Whether it is light or dark there. */
	theme: Theme;
}

/** How a quiz may go elsewhere: an exam is held here, where its key is. */
export const behavioursElsewhere = ['practice', 'retry', 'certainty'] satisfies BehaviourName[];

/**
 * Reads a choice from the query of an address; it may be that of the page for teachers, or of a quiz.
 *
 * @param language that of the page, for an address which names none
 */
export function readHandedOn(
	query: URLSearchParams,
	offer: Offer,
	language: Locale
): { handedOn: HandedOn; notices: AddressNotice[] } {
	const asked = query.get('theme');
	const rest = new URLSearchParams([...query].filter(([name]) => name !== 'theme'));
	const { choice, notices } = readChoice(rest, offer, language);
	const { options } = choice;
	// What is kept for exams is not asked elsewhere.
	const items = options.items?.filter((id) => !offer.kept?.includes(id)) ?? null;
	const behaviour = behavioursElsewhere.find((known) => known === options.behaviour) ?? 'practice';
	return {
		handedOn: {
			...choice,
			options: { ...options, behaviour, items },
			theme: themes.find((known) => known === asked) ?? 'auto'
		},
		notices
	};
}

/** The query of the page that hands it on, with this choice. */
export function writeHandedOn({ theme, ...choice }: HandedOn): string {
	return writeChoice(choice) + themeIn(theme);
}

/** The query of the quiz elsewhere. */
export function embedQuery({ isSame, options, theme }: HandedOn): string {
	return writeOptions({ ...options, seed: isSame ? options.seed : null }) + themeIn(theme);
}

function themeIn(theme: Theme): string {
	return theme === 'auto' ? '' : `&theme=${theme}`;
}
