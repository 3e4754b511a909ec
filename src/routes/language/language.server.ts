import { AsyncLocalStorage } from 'node:async_hooks';

import { redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';

import { localized } from '#lib/language/addresses.ts';
import { CHOICE_AGE, CHOICE_COOKIE } from '#lib/language/choice.ts';
import { pathWithin } from '#lib/offline/path-within.ts';
import {
	baseLocale,
	isLocale,
	overwriteServerAsyncLocalStorage,
	toLocale,
	type Locale
} from '#lib/paraglide/runtime.js';

import { isEmbedded } from '../(frame)/embedded.ts';
import { languageToOffer } from '../../server/first-visit.ts';
import { isPage } from '../same-for-all.server.ts';

// Requests in several languages are answered at the same time.
const languages = new AsyncLocalStorage<{ locale?: Locale }>();
overwriteServerAsyncLocalStorage(languages);

/** Does some work in a language: every message in it comes in that one. */
export function inLanguage<T>(locale: Locale, work: () => T): T {
	return languages.run({ locale }, work);
}

/**
 * Redirects to the page in the language that a visitor prefers, on their first visit.
 *
 * @throws {Redirect} to the canonical address, if it names the first language, or one in capitals
 */
export function otherAddress(event: RequestEvent): Response | undefined {
	const { cookies, request, route, url } = event;
	if (event.isDataRequest || !isPage(route.id)) return undefined;
	const path = (from: number) => pathWithin(url.origin, url.pathname.slice(from) + url.search);
	const named = url.pathname.split('/')[1];
	const language = toLocale(named);
	if (request.method === 'GET' && language && (language === baseLocale || language !== named)) {
		// Naming the first language means wanting it, whatever the browser prefers.
		rememberLanguage(cookies, url, language);
		redirect(307, localized(path(`/${language}`.length), language));
	}
	// Whoever puts a quiz into a page has chosen its language.
	if (isEmbedded(route.id)) return undefined;
	const asked = { method: request.method, path: url.pathname, query: url.searchParams };
	const offered = languageToOffer(asked, Object.fromEntries(request.headers));
	if (!isLocale(offered)) return undefined;
	return new Response(null, {
		status: 307,
		headers: {
			location: localized(path(0), offered),
			// The page itself is the same for all, but the redirect depends on the visitor.
			'cache-control': 'private, no-store'
		}
	});
}

/** Keeps the reader’s choice on their device. */
export function rememberLanguage(cookies: Cookies, { protocol }: URL, language: Locale): void {
	cookies.set(CHOICE_COOKIE, language, {
		path: '/',
		maxAge: CHOICE_AGE,
		sameSite: 'lax',
		// In a classroom the server may be reached without a certificate.
		secure: protocol === 'https:',
		// Without the network, the service worker keeps it.
		httpOnly: false
	});
}
