import type { TextFlaw } from './flaw.ts';

/** The most signs that a text of several paragraphs may have: some seven pages. */
export const LONGEST_PROSE = 20_000;

/** The most signs of a text of one line, such as an option. */
export const LONGEST_LINE = 2_000;

/** Far more than any text needs; what takes the square of their number to read is still read at once. */
const MOST_SIGNS = 500;
const MOST_LINES = 500;
const MOST_LEVELS = 8;

/** How deep the elements of a text may stand in one another: four lists, with emphasis and a link. */
export const DEEPEST = 12;

const NESTED = new RegExp(`^(?:[ \\t]*(?:[-+*>]|\\d{1,9}[.)])(?=[ \\t>])){${MOST_LEVELS + 1}}`, 'm');

/** An entry so far to the right that it stands in about as many lists. */
const INDENTED = /^[ \t]{40,}(?:[-+*>]|\d{1,9}[.)])[ \t]/m;

/** What makes a text too much to read, found out before it is read. */
export function excessOf(source: string, longest: number): TextFlaw | undefined {
	const piece = source.slice(0, 40).split('\n')[0] ?? '';
	if (source.length > longest) {
		const message = `has ${count(source.length)} signs, and ${count(longest)} are the most`;
		return { message, fix: 'Shorten it.', piece };
	}
	const signs = source.match(/[*_`[\]<&$|~^\\]/g)?.length ?? 0;
	if (signs > MOST_SIGNS) {
		const message = `has ${count(signs)} signs of markup, and ${MOST_SIGNS} are the most`;
		return { message, fix: 'Check whether it is a text at all, and shorten it.', piece };
	}
	if (source.length > 2 * MOST_LINES && source.split('\n', MOST_LINES + 1).length > MOST_LINES) {
		return { message: `has more than ${MOST_LINES} lines`, fix: 'Shorten it.', piece };
	}
	return NESTED.test(source) || INDENTED.test(source) ? tooDeep(piece) : undefined;
}

/** A text whose lists, or whose emphasis, stand too deep in one another. */
export function tooDeep(piece: string): TextFlaw {
	return {
		message: 'lists or signs of emphasis stand too deep in one another',
		fix: 'Write it with fewer levels.',
		piece
	};
}

function count(signs: number): string {
	return signs.toLocaleString('en');
}
