import { shortOfTheEnds } from '#lib/text/rounding.ts';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(locale: string, granularity: 'word' | 'sentence' | 'grapheme'): Intl.Segmenter {
	const name = `${locale} ${granularity}`;
	const known = segmenters.get(name) ?? new Intl.Segmenter(locale, { granularity });
	segmenters.set(name, known);
	return known;
}

/** The words of a text as they stand, without punctuation (Unicode word boundaries, UAX 29). */
export function wordsAsWritten(text: string, locale = 'en'): string[] {
	return wordsIn(asWritten(text, locale));
}

/** The words of a text, folded for comparison: composed letters, no capitals, one sign for every apostrophe. */
export function wordsOf(text: string, locale = 'en'): string[] {
	return wordsIn(asWritten(text, locale).normalize('NFC').toLowerCase().replaceAll('’', "'"));
}

/** Words with a space between them: no word has one in it. */
function wordsIn(spaced: string): string[] {
	return spaced === '' ? [] : spaced.split(' ');
}

const asWritten = remembered((text, locale) => {
	const words: string[] = [];
	for (const { isWordLike, segment } of segmenter(locale, 'word').segment(text)) {
		if (isWordLike) words.push(segment);
	}
	return words.join(' ');
});

/** More texts than a large bank has in one language. */
const MOST_KNOWN = 200_000;

/** What is made of texts, once of each: rules hold the same texts and phrases against one another over and over. */
function remembered(
	make: (text: string, locale: string) => string
): (text: string, locale: string) => string {
	const inLocales = new Map<string, Map<string, string>>();
	return (text, locale) => {
		const known = inLocales.get(locale) ?? new Map<string, string>();
		inLocales.set(locale, known);
		const found = known.get(text);
		if (found !== undefined) return found;
		const made = make(text, locale);
		if (known.size >= MOST_KNOWN) known.clear();
		known.set(text, made);
		return made;
	};
}

/** How many sentences a text has; at least one. */
export function countSentences(text: string, locale = 'en'): number {
	return Math.max(1, sentencesOf(text, locale).filter((sentence) => /\p{L}/u.test(sentence)).length);
}

/** Abbreviations whose point ends no sentence: “M. Macron”, “art. 5”. */
const ABBREVIATIONS =
	/(?<!\p{L})(?:(?:MM?|Mr|Mrs|Ms|Dr|Pr|St)(?=\.\s\p{Lu})|(?:art|chap|no|pp?|vol)(?=\.\s\d))\./gu;

/** The sentences of a text, without the points of abbreviations. */
export function sentencesOf(text: string, locale = 'en'): string[] {
	const whole = text.replaceAll(ABBREVIATIONS, (abbreviation) => abbreviation.slice(0, -1));
	return [...segmenter(locale, 'sentence').segment(whole)].map(({ segment }) => segment.trim());
}

/** Letters and punctuation of which each is a grapheme of its own. */
const SINGLE = /^[ -~\u00a0-\u02ff\u2010-\u2027]*$/;

/** The length of a text as its reader counts: in graphemes. */
export function lengthOf(text: string): number {
	if (SINGLE.test(text)) return text.length;
	return [...segmenter('en', 'grapheme').segment(text)].length;
}

/** Whether a phrase is in a text, word by word; capitals and punctuation do not count. */
export function hasPhrase(text: string, phrase: string): boolean {
	return findPhrase(text, [phrase]) !== undefined;
}

/** The first of some phrases that is in a text. */
export function findPhrase(text: string, phrases: readonly string[]): string | undefined {
	const words = spaced(text, 'en');
	return phrases.find((phrase) => words.includes(spaced(phrase, 'en')));
}

/** The pieces of a text between spaces. */
const spaced = remembered((text) => ` ${piecesOf(text).join(' ')} `);

/** What French elides before a vowel, with its apostrophe. No English word begins so. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=.)/;

/** A folded word without what is elided before it: `l'article` is `article`. */
export function withoutElision(word: string): string {
	return word.replace(ELIDED, '');
}

/** The words of a text, with an elided word as one of its own: “l’article” is two. */
export function piecesOf(text: string): string[] {
	return wordsOf(text).flatMap((word) => {
		const [elided] = ELIDED.exec(word) ?? [];
		return elided === undefined ? [word] : [elided.slice(0, -1), word.slice(elided.length)];
	});
}

/** All runs of so many words. */
export function runsOf(words: readonly string[], length: number): string[] {
	return words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(' '));
}

/** How much two sets share: 1 when they are equal, 0 when they have nothing in common (Jaccard, 1912). */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	const all = one.union(other).size;
	return all === 0 ? 0 : one.intersection(other).size / all;
}

/** 1 − Levenshtein's distance over the longer length: 1 for equal texts. */
export function similarity(one: string, other: string): number {
	const longer = Math.max(one.length, other.length);
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	let next = [...row];
	for (let i = 1; i <= one.length; i++) {
		next[0] = i;
		for (let j = 1; j <= other.length; j++) {
			const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
			next[j] = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
		}
		[row, next] = [next, row];
	}
	return longer === 0 ? 1 : 1 - (row[other.length] ?? 0) / longer;
}

/** A text without what it quotes: words in quotation marks are mentioned, not used. */
export function unquoted(text: string): string {
	return text.replaceAll(/“[^“”]*”|«[^«»]*»|„[^„“]*“|‘[^‘’]*’(?!\p{L})|"[^"]*"/gu, ' ');
}

/** A share as people read it, with a blank that does not break: `31 %`; `0 %` only for none, `100 %` only for all. */
export function percent(share: number): string {
	return `${shortOfTheEnds(share * 100, 100, 1)}\u00a0%`;
}
