import { replaceWhere, type Where } from '#lib/text/replace-where.ts';

import { plain } from './digits.ts';

/** Letters that Unicode does not decompose, as a keyboard without them would write them. */
const LETTERS: Record<string, string> = {
	æ: 'ae',
	œ: 'oe',
	ß: 'ss',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	ħ: 'h',
	ı: 'i',
	ł: 'l',
	ŋ: 'n',
	ŧ: 't',
	þ: 'th',
	ς: 'σ'
};

/**
 * Soft hyphens, joiners and other characters that nobody sees or types; accents, and points that Arabic and Hebrew mostly
 * omit. Marks that make a different letter stay (が, की), and so do strokes that make a different character (≠, ∉).
 */
const UNTYPED =
	/[\p{Cf}\u0300-\u0333\u0339-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/gu;

/** Everything but letters with their marks, digits, and characters that mean something (`+`, `€`, `#`). */
const SEPARATORS = /(?:[^\p{L}\p{M}\p{N}\p{Sc}\p{Sm}\p{So}#&@*^_]|[°©®™])+/gu;

/** Digits in groups of three, or grouped as in India, whatever separates them: one number. */
const GROUPED: Where[] = [
	{
		notAfter: /\d[.,'٬ ]?$/,
		is: /[1-9]\d{0,2}(?<by>[.,'٬ ])\d{3}(?:\k<by>\d{3})*(?!\k<by>?\d)(?![' ]\d)|[1-9]\d?(?<two>[,'٬ ])(?:\d\d\k<two>)+\d{3}(?!\k<two>?\d)(?![' ]\d)/g
	}
];

/** One slash makes a fraction; a date has two. */
const FRACTION: Where[] = [{ notAfter: /(?:\d|\/ ?)$/, is: /(\d+) ?\/ ?(\d+)(?! ?\/)(?!\d)/g }];

/** A sign of multiplication, or a letter that stands for it. */
const TIMES: Where[] = [{ after: /\d$/, is: / ?[x*✕∗⋅·] ?(?=\d)/g }];

/**
 * A dash before a number but not after a word or number, or a dash after a short name as in `A-` and `Cl-`.
 */
const MINUS: Where[] = [
	{ notAfter: /[\p{L}\p{M}\p{N}] ?$/u, is: /- ?(?=\d)/g },
	{ after: /\^$/, is: /-/g },
	{ after: /(?:^|[^\p{L}\p{M}\p{N}])\p{L}{1,2}$/u, is: /-(?![\p{L}\p{N}])/gu }
];

/** What is left out of a comparison though it may mean something. */
const LOST: Where[] = [
	{ is: /[%‰‱°©®™§¶†‡\\]/gu },
	{ after: /\d$/, is: /!/g },
	{ after: / $/, is: /-(?=\d)/g },
	{ notAfter: /[\p{L}\p{N}]$/u, is: /\.(?=\p{L})/gu }
];

/** A space that is not between digits. */
const LOOSE: Where[] = [{ notAfter: /\p{N}$/u, is: / /g }, { is: / (?!\p{N})/gu }];

/** A text without capitals and accents: `Œuvre` becomes `oeuvre`. */
export function foldLetters(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(UNTYPED, '')
		.replaceAll(/\P{ASCII}/gu, (letter) => LETTERS[letter] ?? letter)
		.normalize('NFC');
}

/**
 * A text in plain words: no capitals, accents, punctuation or hyphens, and single spaces. What distinguishes
 * one answer from another stays: mathematical and currency signs, `#`, a minus, a fraction, superscripts and
 * subscripts.
 */
export function fold(text: string): string {
	return foldLetters(signed(text)).replaceAll(SEPARATORS, ' ').trim();
}

/** A text in which whatever is more than punctuation has a character of its own. */
function signed(text: string): string {
	const read = plain(text);
	// All of what follows is about digits or a dash.
	if (!/[\d-]/.test(read)) return read;
	const ungrouped = replaceWhere(read, GROUPED, ([number]) => number.replaceAll(/\D/g, ''));
	const multiplied = replaceWhere(ungrouped, TIMES, () => '×');
	const divided = replaceWhere(multiplied, FRACTION, ([, above, below]) => `${above}⁄${below}`);
	return replaceWhere(divided, MINUS, () => '−');
}

/**
 * Characters that a comparison ignores though they may mean something: a percent or degree sign, a minus
 * between words, the dot before a name.
 */
export function ignoredCharacters(text: string): string[] {
	const lost = new Set<string>();
	replaceWhere(signed(text), LOST, ([character]) => {
		lost.add(character);
		return '';
	});
	return [...lost];
}

/** Whether a text is nothing but spaces and punctuation. */
export function isBlank(text: string): boolean {
	return fold(text) === '';
}

/**
 * A text as typed answers are compared: folded, and without spaces except between digits. Punctuation must
 * not count, so `U.S.` has to equal `US`, and `cyber-hygiene` has to equal `cyberhygiene`; but `1 5` is not
 * `15`.
 */
export function squeeze(text: string): string {
	return replaceWhere(fold(text), LOOSE, () => '');
}

/**
 * Whether one of two squeezed texts is the other with one letter wrong, missing, extra or swapped with its
 * neighbour: an optimal string alignment distance of 1, which Damerau found to cover four of five
 * misspellings (1964, “A technique for computer detection and correction of spelling errors”, CACM 7). Texts
 * that differ in a digit or a symbol are never a slip apart: a wrong year is no typing error.
 */
export function isOneSlipApart(one: string, other: string): boolean {
	if (one === other || numbers(one) !== numbers(other)) return false;
	const [here, there] = difference(Array.from(one), Array.from(other));
	const swapped = here.length === 2 && there.length === 2 && here[0] === there[1] && here[1] === there[0];
	const single = here.length <= 1 && there.length <= 1;
	return (single || swapped) && !/[^\p{L}\p{M}]/u.test([...here, ...there].join(''));
}

/** What is left of two texts without their common beginning and their common end, and where it starts. */
export function difference(one: string[], other: string[]): [one: string[], other: string[], start: number] {
	let start = 0;
	while (start < one.length && one[start] === other[start]) start++;
	let end = 0;
	const room = Math.min(one.length, other.length) - start;
	while (end < room && one.at(-1 - end) === other.at(-1 - end)) end++;
	return [one.slice(start, one.length - end), other.slice(start, other.length - end), start];
}

function numbers(text: string): string {
	return (text.match(/\p{N}+/gu) ?? []).join(' ');
}
