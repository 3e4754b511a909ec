import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Language } from './language.ts';

/** What is known of the language of a tag such as `fr-CA`; undefined if the checker does not know it. */
export function languageOf(tag: string): Language | undefined {
	const primary = tag.toLowerCase().split('-')[0];
	return [en, fr].find((language) => language.tag === primary);
}

/** The words of a text that carry its content: no stop words, none of fewer than three letters. */
export function contentWords(text: string, language: Language | undefined): string[] {
	if (!language) return [];
	return language.words(text).filter((word) => word.length >= 3 && !language.stopWords.has(word));
}
