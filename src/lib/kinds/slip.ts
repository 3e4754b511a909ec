import { difference, isOneSlipApart, squeeze } from './fold.ts';

/** Rows of keys, each half a key further right than the one above: English, German and French. */
const KEYBOARDS = [
	['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
	['qwertzuiop', 'asdfghjkl', 'yxcvbnm'],
	['azertyuiop', 'qsdfghjklm', 'wxcvbn']
];

/** In shorter words, too many slips make another word. */
const LEAST_LETTERS = 5;

/**
 * Whether one folded text is the other with a slip of the finger: two neighbouring letters swapped, a letter
 * doubled or a double letter written once, a neighbouring key hit, or a letter missing or extra inside a
 * word.
 *
 * A slip must not turn one word into another. Without a dictionary, this goes by what distinguishes words.
 * The first letter and the ending, which carries number, gender, tense and nation, must be right:
 * *démocrates* is no slip of *démocraties*. A letter from elsewhere on the keyboard is another sound:
 * *Genova* is no slip of *Geneva*. And a word that the course uses is never a slip.
 *
 * @param known words, folded, that are never a slip, whatever they look like
 */
export function isSlip(typed: string, form: string, known: readonly string[] = []): boolean {
	const [here, there] = [squeeze(typed), squeeze(form)];
	if ((there.match(/\p{L}/gu) ?? []).length < LEAST_LETTERS || !isOneSlipApart(here, there)) return false;
	const words = form.split(' ');
	if ([here, ...typed.split(' ')].some((word) => known.includes(word) && !words.includes(word))) return false;
	return isOfTheFinger(Array.from(here), Array.from(there), words);
}

function isOfTheFinger(typed: string[], form: string[], words: readonly string[]): boolean {
	const [given, wanted, at] = difference(typed, form);
	if (given.length === 2) return true;
	const { start, end } = wordAt(words, form, at);
	const behind = end - at - wanted.length;
	if (given.length === 1 && wanted.length === 1) {
		return at > start && behind >= 2 && areNeighbours(given.join(''), wanted.join(''));
	}
	const [longer, letter] = given.length > wanted.length ? [typed, given[0]] : [form, wanted[0]];
	const isDoubled = longer[at - 1] === letter;
	return isDoubled || (at > start && behind >= 3);
}

/** Where the word begins and ends in which a squeezed form differs from what was typed. */
function wordAt(
	words: readonly string[],
	form: readonly string[],
	at: number
): { start: number; end: number } {
	let [start, end] = [0, 0];
	for (const word of words) {
		start = form[end] === ' ' ? end + 1 : end;
		end = start + Array.from(word).length;
		if (at <= end) break;
	}
	return { start, end };
}

function areNeighbours(one: string, other: string): boolean {
	return KEYBOARDS.some((rows) => {
		const [here, there] = [placeOf(rows, one), placeOf(rows, other)];
		if (!here || !there) return false;
		const [upper, lower] = here.row <= there.row ? [here, there] : [there, here];
		if (upper.row === lower.row) return Math.abs(upper.column - lower.column) === 1;
		return lower.row - upper.row === 1 && [0, 1].includes(upper.column - lower.column);
	});
}

function placeOf(rows: readonly string[], letter: string): { row: number; column: number } | null {
	const row = rows.findIndex((keys) => keys.includes(letter));
	const column = rows[row]?.indexOf(letter);
	return column === undefined ? null : { row, column };
}
