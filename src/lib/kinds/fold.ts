/** Letters that Unicode does not take apart, as a keyboard without them would write them. */
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

/** Accents, and points that Arabic and Hebrew mostly omit. Marks that make another letter stay (が, की). */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g;

/** Soft hyphens, joiners and other signs that nobody sees or types. */
const INVISIBLE = /\p{Cf}/gu;

/** All but letters, their marks, digits, and signs that mean something (`+`, `€`). */
const SEPARATORS = /[^\p{L}\p{M}\p{N}\p{Sc}\p{Sm}]+|\u2212/gu;

/** A text without capitals and accents: `Œuvre` becomes `oeuvre`. */
export function foldLetters(text: string): string {
	return text
		.normalize('NFKD')
		.replaceAll(INVISIBLE, '')
		.toLowerCase()
		.replaceAll(MARKS, '')
		.replaceAll(/[æœßøđðħıłŋŧþς]/g, (letter) => LETTERS[letter] ?? letter)
		.normalize('NFC');
}

/** A text in plain words: no capitals, accents, punctuation or hyphens, and single spaces. */
export function fold(text: string): string {
	return foldLetters(text).replaceAll(SEPARATORS, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** Whether there is nothing but spaces and punctuation in a text. */
export function isBlank(text: string): boolean {
	return fold(text) === '';
}

/**
 * A text as typed answers are compared: folded, and without spaces but between digits. Punctuation is not to
 * count, so `U.S.` must be `US`, and `cyber-hygiene` also `cyberhygiene`; but `1 5` is not `15`.
 */
export function squeeze(text: string): string {
	return fold(text).replaceAll(/(?<!\p{N}) | (?!\p{N})/gu, '');
}

/**
 * Whether one of two squeezed texts is the other with one letter wrong, missing, extra or swapped with its
 * neighbour: an optimal string alignment distance of 1, which Damerau found to cover four of five
 * misspellings (1964, “A technique for computer detection and correction of spelling errors”, CACM 7). Texts
 * that differ in a digit are never a slip apart: a wrong year is no typing error.
 */
export function isOneSlipApart(one: string, other: string): boolean {
	if (one === other || numbers(one) !== numbers(other)) return false;
	const [here, there] = difference(Array.from(one), Array.from(other));
	const swapped = here.length === 2 && there.length === 2 && here[0] === there[1] && here[1] === there[0];
	const single = here.length <= 1 && there.length <= 1;
	return (single || swapped) && !/\p{N}/u.test([...here, ...there].join(''));
}

/** What is left of two texts when their common beginning, and then their common end, are taken away. */
function difference(one: string[], other: string[]): [string[], string[]] {
	let start = 0;
	while (start < one.length && start < other.length && one[start] === other[start]) start++;
	let end = 0;
	const room = Math.min(one.length, other.length) - start;
	while (end < room && one.at(-1 - end) === other.at(-1 - end)) end++;
	return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}

function numbers(text: string): string {
	return (text.match(/\p{N}+/gu) ?? []).join(' ');
}
