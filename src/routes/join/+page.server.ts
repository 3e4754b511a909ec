import { redirect } from '@sveltejs/kit';

import { readCode } from '#lib/classroom/code.ts';
import { localized } from '#lib/language/addresses.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

import type { PageServerLoad } from './$types';

/** Leads on with a code that was typed; or says that it cannot be one. */
export const load: PageServerLoad = ({ url }) => {
	const typed = url.searchParams.get('code');
	if (typed === null) return { typed: '', refused: null };
	const code = readCode(typed);
	if (code !== undefined) redirect(303, localized(`/join/${code}`, getLocale()));
	return { typed: typed.slice(0, 100), refused: typed.trim() === '' ? null : 'unreadable-code' };
};
