import * as m from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';

import type { CourseProblem } from '../course/checks.ts';

/** Why an element shows no quiz. */
export type Trouble =
	/** It says nothing of a course. */
	| { code: 'no-course' }
	/** An address did not answer, or said that it has nothing; `why` is a status, or the browser’s own words. */
	| { code: 'not-reached'; address: string; why: string }
	/** What came is no course; the address is undefined if it stands in the page. */
	| (CourseProblem & { address: string | undefined })
	/** A question cannot be shown, or code for it not be fetched; `why` is for whoever looks into it. */
	| { code: 'broken'; why: string };

/** The trouble that an error was thrown for; undefined for any other error. */
export function troubleIn(error: unknown): Trouble | undefined {
	const cause = error instanceof Error ? error.cause : undefined;
	return isTrouble(cause) ? cause : undefined;
}

function isTrouble(cause: unknown): cause is Trouble {
	return typeof cause === 'object' && cause !== null && 'code' in cause;
}

/** Whether trying again may help. */
export function mayPass({ code }: Trouble): boolean {
	return code === 'not-reached' || code === 'broken';
}

/** What a learner reads. */
export function learnerWords({ code }: Trouble, locale: Locale): string {
	return code === 'broken' ? m.embed_broken({}, { locale }) : m.embed_unreachable({}, { locale });
}

/** What whoever made the page reads: what is wrong, where, and what to do. */
export function authorWords(trouble: Trouble, locale: Locale): string {
	return m.embed_details({ details: detailsOf(trouble, locale) }, { locale });
}

function detailsOf(trouble: Trouble, locale: Locale): string {
	if (trouble.code === 'no-course') return m.embed_no_course({}, { locale });
	if (trouble.code === 'broken') return trouble.why;
	const address = trouble.address ?? m.embed_inside({}, { locale });
	switch (trouble.code) {
		case 'not-reached':
			return m.embed_not_reached({ address, why: trouble.why }, { locale });
		case 'not-json':
			return m.embed_not_json({ address }, { locale });
		case 'not-a-course':
			return m.embed_not_a_course({ address }, { locale });
		case 'other-version':
			return m.embed_other_version({ address, version: trouble.version ?? '' }, { locale });
		case 'damaged':
			return m.embed_damaged({ address, at: trouble.at || '/' }, { locale });
		case 'too-large':
			return m.embed_too_large({ address, at: trouble.at || '/' }, { locale });
	}
}
