import type { TextFlaw } from './flaw.ts';

/** The most characters that a text of several paragraphs may have: some seven pages. */
export const LONGEST_PROSE = 20_000;

/** The most characters of a text of one line, such as an option. */
export const LONGEST_LINE = 2_000;

/** Far more than any text needs, and few enough that even reading in quadratic time is instant. */
const MOST_MARKUP = 500;
const MOST_LINES = 500;
const MOST_LEVELS = 8;

/** How deep the elements of a text may be nested: four lists, with emphasis and a link. */
export const DEEPEST = 12;

const NESTED = new RegExp(`^(?:[ \\t]*(?:[-+*>]|\\d{1,9}[.)])(?=[ \\t>])){${MOST_LEVELS + 1}}`, 'm');

/** An entry indented so far that it is in about as many lists. */
const INDENTED = /^[ \t]{40,}(?:[-+*>]|\d{1,9}[.)])[ \t]/m;

/** What makes a text too much to read, found out before reading it. */
export function excessOf(source: string, longest: number): TextFlaw | undefined {
	const piece = source.slice(0, 40).split('\n')[0] ?? '';
	if (source.length > longest) {
		const message = `has ${count(source.length)} characters, and ${count(longest)} is the most allowed`;
		return { message, fix: 'Shorten it.', piece };
	}
	const markup = source.match(/[*_`[\]<&$|~^\\]/g)?.length ?? 0;
	if (markup > MOST_MARKUP) {
		const message = `has ${count(markup)} characters of markup, and ${MOST_MARKUP} is the most allowed`;
		return { message, fix: 'Check whether it is a text at all, and shorten it.', piece };
	}
	if (source.length > 2 * MOST_LINES && source.split('\n', MOST_LINES + 1).length > MOST_LINES) {
		return { message: `has more than ${MOST_LINES} lines`, fix: 'Shorten it.', piece };
	}
	return NESTED.test(source) || INDENTED.test(source) ? tooDeep(piece) : undefined;
}

/** A text whose lists, or whose emphasis, are nested too deep. */
export function tooDeep(piece: string): TextFlaw {
	return {
		message: 'lists or emphasis are nested too deep',
		fix: 'Write it with fewer levels.',
		piece
	};
}

function count(characters: number): string {
	return characters.toLocaleString('en');
}
