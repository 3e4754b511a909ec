import { fold } from './fold.ts';

/** What a language puts before a name: the definite articles, other articles, and what joins two nouns. */
const BEFORE_NAMES: Record<string, { definite: string; other: string; of: string }> = {
	ca: { definite: 'el la els les l', other: 'un una', of: 'de del d' },
	de: { definite: 'der die das den dem', other: 'ein eine einen', of: 'von der des' },
	el: { definite: 'ο η το οι τα τον την', other: 'ενασ μια ενα', of: 'του τησ των' },
	en: { definite: 'the', other: 'a an', of: 'of' },
	es: { definite: 'el la los las', other: 'un una', of: 'de del' },
	fr: { definite: 'le la les l', other: 'un une des du', of: 'de du des d' },
	hu: { definite: 'a az', other: 'egy', of: '' },
	it: { definite: 'il lo la i gli le l', other: 'un uno una', of: 'di del della dell' },
	nl: { definite: 'de het', other: 'een', of: 'van' },
	pt: { definite: 'o a os as', other: 'um uma', of: 'de do da dos das' }
};

/** What surrounds a typed answer. */
export interface Around {
	/** The language of the item, as a tag; if it is unknown, English and French are assumed. */
	language?: string | undefined;
	/** Folded words right before and right after a blank. */
	before?: readonly string[];
	after?: readonly string[];
	/** Folded words of the question. */
	stem?: readonly string[] | undefined;
}

/**
 * Readings of an answer without what does not belong to it, folded, the nearest to what was typed first. Left
 * out are words already beside the blank (`the city of Geneva`), an article, a noun repeated from the
 * question (`la ville de Genève`), and the country of a place (`Geneva, Switzerland`). Nothing else is: to
 * give two answers is not to give the right one.
 */
export function looserReadings(text: string, around: Around): string[] {
	const place = withoutCountry(text, around.language);
	const texts = place === null ? [text] : [text, place];
	const readings = texts.flatMap((each) => {
		const inside = withoutNeighbours(fold(each).split(' '), around);
		const bare = withoutArticle(inside, around.language);
		return [inside, bare, withoutNoun(bare, around)].map((words) => words.join(' '));
	});
	return [...new Set(readings)];
}

/** An accepted form without its leading article, if that is a word of its own and not part of a name. */
export function withoutOwnArticle(form: string, language: string | undefined): string {
	const [first = '', ...rest] = fold(form).split(' ');
	const isWord = form === form.slice(0, 1).toLowerCase() + form.slice(1);
	return isWord && rest.length > 0 && words(language, 'definite').includes(first)
		? rest.join(' ')
		: fold(form);
}

function withoutNeighbours(typed: string[], { before = [], after = [] }: Around): string[] {
	for (let count = Math.min(typed.length - 1, before.length); count > 0; count--) {
		if (typed.slice(0, count).join(' ') !== before.slice(-count).join(' ')) continue;
		typed = typed.slice(count);
		break;
	}
	for (let count = Math.min(typed.length - 1, after.length); count > 0; count--) {
		if (typed.slice(-count).join(' ') === after.slice(0, count).join(' ')) return typed.slice(0, -count);
	}
	return typed;
}

function withoutArticle(typed: string[], language: string | undefined): string[] {
	const [first = '', ...rest] = typed;
	const isArticle = words(language, 'definite').includes(first) || words(language, 'other').includes(first);
	// “A B” may be two letters.
	return isArticle && rest.join('').length > 1 ? rest : typed;
}

/** `ville de Genève` without the noun, where the question has that noun. */
function withoutNoun(typed: string[], { language, stem = [] }: Around): string[] {
	const [noun = '', of = '', ...rest] = typed;
	const joins = words(language, 'of');
	if (rest.length === 0 || !stem.includes(noun) || !joins.includes(of)) return typed;
	return withoutArticle(rest, language);
}

/** A place without the name of its country; `null` if it has none, or if the place is a country too. */
function withoutCountry(text: string, language = 'en'): string | null {
	const match = /^([^,()]+?)\s*[,(]\s*([^,()]+?)\)?\s*$/.exec(text);
	if (!match) return null;
	const [, place = '', country = ''] = match;
	const known = countries(language);
	return known.has(fold(country)) && !known.has(fold(place)) ? place : null;
}

const countriesIn = new Map<string, ReadonlySet<string>>();

/** The names of countries in a language, folded, from their two-letter codes (ISO 3166). */
function countries(language: string): ReadonlySet<string> {
	const found = countriesIn.get(language);
	if (found) return found;
	const names = new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' });
	const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
	const codes = letters.flatMap((one) => letters.map((other) => one + other));
	const known = new Set(codes.flatMap((code) => names.of(code) ?? []).map(fold));
	countriesIn.set(language, known);
	return known;
}

function words(language: string | undefined, which: 'definite' | 'other' | 'of'): string[] {
	const languages = language === undefined ? ['en', 'fr'] : [language.slice(0, 2).toLowerCase()];
	return languages.flatMap((tag) => BEFORE_NAMES[tag]?.[which].split(' ') ?? []);
}
