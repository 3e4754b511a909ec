import { baseLocale, deLocalizeUrl, extractLocaleFromUrl, type Locale } from '#lib/paraglide/runtime.js';

/** The language of an address: the first if it names none. */
export function languageAt(url: URL): Locale {
	return extractLocaleFromUrl(url) ?? baseLocale;
}

/** The path of an address as the routes know it, which is the same in every language. */
export function routeAt(url: URL): string {
	return deLocalizeUrl(url).pathname;
}

/**
 * The address of the same page in a language.
 *
 * @param path from the root of the site, in whatever language
 */
export function localized(path: string, language: Locale): string {
	const { pathname, search } = deLocalizeUrl(new URL(path, 'http://any'));
	if (language === baseLocale) return pathname + search;
	// Paraglide would end the first page of a language with a slash, and SvelteKit does not.
	return `/${language}${pathname === '/' ? '' : pathname}${search}`;
}
