import { getLocale } from '#lib/paraglide/runtime.js';

/** The `lang` of something in a language: undefined where the whole page is in that one. */
export function foreign(language: string): string | undefined {
	return language === getLocale() ? undefined : language;
}
