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
	/** Whether the seed was drawn by the page itself, and not asked for; it is that of the preview and of what is copied. */
	isSeedDrawn: boolean;
	/** From which share of the marks a file is passed, in percent from 0 to 100; null if it cannot be failed. */
	pass: number | null;
	/** Whether a file has the course in all of its languages, and each learner their own. */
	inAll: boolean;
}

/** The parameter of a seed that the page drew itself: the preview stays the same while something else is chosen. */
export const DRAWN = 'drawn';

/** The parameters of files alone: what it takes to pass, and their languages. */
export const PASS = 'pass';
export const LANGUAGES = 'languages';

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
	const own = ['theme', DRAWN, PASS, LANGUAGES];
	const rest = new URLSearchParams([...query].filter(([name]) => !own.includes(name)));
	const drawn = query.get(DRAWN);
	const isSeedDrawn = !rest.has('seed');
	if (isSeedDrawn && drawn !== null) rest.set('seed', drawn);
	const { choice, notices } = readChoice(rest, offer, language);
	const { options } = choice;
	// What is kept for exams is not asked elsewhere.
	const items = options.items?.filter((id) => !offer.kept?.includes(id)) ?? null;
	const behaviour = behavioursElsewhere.find((known) => known === options.behaviour) ?? 'practice';
	return {
		handedOn: {
			...choice,
			options: { ...options, behaviour, items },
			theme: themes.find((known) => known === asked) ?? 'auto',
			isSeedDrawn: isSeedDrawn || options.seed === null,
			pass: percentIn(query.get(PASS)),
			inAll: query.get(LANGUAGES) === 'all'
		},
		notices
	};
}

/**
 * The query of a file with this choice. A seed that nobody asked for is not in it: the file is called the same tomorrow, takes
 * the place of an older one, and each learner gets a draw of their own.
 */
export function writeHandedOn({ theme, isSeedDrawn, pass, inAll, options, ...choice }: HandedOn): string {
	return [
		writeChoice({ ...choice, options: isSeedDrawn ? { ...options, seed: null } : options }),
		themeIn(theme),
		pass === null ? '' : `&${PASS}=${pass}`,
		inAll ? `&${LANGUAGES}=all` : ''
	].join('');
}

function percentIn(text: string | null): number | null {
	const percent = text?.trim() ? Number(text) : NaN;
	return percent >= 0 && percent <= 100 ? percent : null;
}

/** The query of the quiz elsewhere. */
export function embedQuery({ isSame, options, theme }: HandedOn): string {
	return writeOptions({ ...options, seed: isSame ? options.seed : null }) + themeIn(theme);
}

function themeIn(theme: Theme): string {
	return theme === 'auto' ? '' : `&theme=${theme}`;
}
