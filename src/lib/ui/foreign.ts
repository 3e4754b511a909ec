import { getLocale } from '#lib/paraglide/runtime.js';

/** The `lang` of something in a language: undefined if the whole page is in that language. */
export function foreign(language: string): string | undefined {
	return language === getLocale() ? undefined : language;
}

/** Scripts that run from right to left and are written today (Unicode, Bidi_Class R and AL; codes of ISO 15924). */
const RIGHT_TO_LEFT = /^(Adlm|Arab|Aran|Gara|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syr[cejn]|Thaa|Yezi)$/;

/**
 * The `dir` that goes with a `lang`. It follows from the script, which a tag names (`az-Arab`) or a language
 * implies: not every browser has `getTextInfo`, but all know likely scripts.
 *
 * @param language a language tag, as {@link foreign} gives it
 */
export function direction(language: string | undefined): 'ltr' | 'rtl' | undefined {
	if (language === undefined) return undefined;
	try {
		return RIGHT_TO_LEFT.test(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
	} catch {
		// Not a tag at all: the checker refuses it, and a page assumes left to right.
		return 'ltr';
	}
}

/** The name of a language in the page’s own, such as “French” or “anglais”; its tag where nobody has a name for it. */
export function languageInWords(language: string): string {
	try {
		return new Intl.DisplayNames(getLocale(), { type: 'language' }).of(language) ?? language;
	} catch {
		return language;
	}
}
