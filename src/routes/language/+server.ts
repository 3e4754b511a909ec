import { redirect } from '@sveltejs/kit';

import { pathWithin } from '#lib/offline/path-within.ts';
import { isLocale } from '#lib/paraglide/runtime.js';

import { formOf } from '../form.server.ts';
import { LANGUAGE, rememberLanguage } from './language.server.ts';
import type { RequestHandler } from './$types';

/** Takes the choice of a language (`language=fr`), and goes back to the page of this site where it was made (`?back=`). */
export const POST: RequestHandler = async ({ cookies, request, url }) => {
	const language = (await formOf(request)).get(LANGUAGE);
	if (isLocale(language)) rememberLanguage(cookies, url, language);
	redirect(303, pathWithin(url.origin, url.searchParams.get('back') ?? '/'));
};
