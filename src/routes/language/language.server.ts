import { AsyncLocalStorage } from 'node:async_hooks';

import type { Cookies, RequestEvent } from '@sveltejs/kit';

import { LANGUAGE_HEADER } from '#lib/offline/page-language.ts';
import {
	cookieMaxAge,
	cookieName,
	extractLocaleFromRequest,
	isLocale,
	overwriteServerAsyncLocalStorage,
	type Locale
} from '#lib/paraglide/runtime.js';

/** The field of a form, and the parameter of its action, that names a language. */
export const LANGUAGE = 'language';

// Requests in several languages are answered at the same time.
const languages = new AsyncLocalStorage<{ locale?: Locale }>();
overwriteServerAsyncLocalStorage(languages);

/** Does some work in a language: every message in it comes in that one. */
export function inLanguage<T>(locale: Locale, work: () => T): T {
	return languages.run({ locale }, work);
}

/**
 * The language of an answer: the one that a header names, else the one that the form of a quiz has just asked for, else
 * the reader’s choice as a cookie keeps it, else the first that the browser prefers and we speak.
 */
export function languageOf({ request, url, cookies }: RequestEvent): Locale {
	const named = request.headers.get(LANGUAGE_HEADER);
	if (isLocale(named)) return named;
	const asked =
		request.method === 'POST' && url.searchParams.has('/act') ? url.searchParams.get(LANGUAGE) : null;
	if (!isLocale(asked)) return extractLocaleFromRequest(request);
	rememberLanguage(cookies, url, asked);
	return asked;
}

/** Keeps the reader’s choice on their device. */
export function rememberLanguage(cookies: Cookies, { protocol }: URL, language: Locale): void {
	cookies.set(cookieName, language, {
		path: '/',
		maxAge: cookieMaxAge,
		sameSite: 'lax',
		// In a classroom the server may be reached without a certificate.
		secure: protocol === 'https:',
		// The page reads it too, where nothing was built.
		httpOnly: false
	});
}
