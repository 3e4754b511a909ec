import { lookup } from '#lib/bank/translation/language-tag.ts';
import { baseLocale, isLocale, type Locale } from '#lib/paraglide/runtime.js';

/** The language that an element asks for, or else that of the page around it, or else the browser’s. */
export function wantedLanguage(element: Element): string {
	for (let at: Element | null = element; at; at = parentOf(at)) {
		const language = at === element ? at.getAttribute('language') : at.getAttribute('lang');
		if (language) return language;
	}
	return navigator.language;
}

/** The language of the interface nearest to another. */
export function localeOf(language: string): Locale {
	return lookup(language).find(isLocale) ?? baseLocale;
}

/** The element around another, also around the shadow root that it is in. */
function parentOf(element: Element): Element | null {
	const root = element.getRootNode();
	return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
