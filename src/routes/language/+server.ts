import { redirect } from '@sveltejs/kit';

import { localized } from '#lib/language/addresses.ts';
import { LANGUAGE } from '#lib/language/choice.ts';
import { pathWithin } from '#lib/offline/path-within.ts';
import { isLocale } from '#lib/paraglide/runtime.js';

import { formOf } from '../form.server.ts';
import { rememberLanguage } from './language.server.ts';
import type { RequestHandler } from './$types';

/**
 * Takes the choice of a language (`language=fr`), and leads to the page of this site where it was made (`?back=`), in
 * that language.
 */
export const POST: RequestHandler = async ({ cookies, request, url }) => {
	const language = (await formOf(request)).get(LANGUAGE);
	const back = pathWithin(url.origin, url.searchParams.get('back') ?? '/');
	if (!isLocale(language)) redirect(303, back);
	rememberLanguage(cookies, url, language);
	redirect(303, localized(back, language));
};
