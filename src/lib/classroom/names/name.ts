/** How long a name may be, in characters as people see them. */
export const LONGEST_NAME = 40;

/**
 * How many marks may be on a letter; more are a flood over the lines above. Burmese Kyaw (ကျော်) has four on its first
 * one; of accents and points that no script has for itself, the second l of a vowelled Abdullah has three.
 */
const MOST_MARKS = { all: 5, anyScript: 3 };

/** A name as it may be shown, or why it may not be. */
export type CleanedName = { name: string } | { refused: 'empty' | 'too-long' | 'nothing-visible' };

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Where a character that is itself invisible changes what is seen beside it. */
const SEEN = [
	// Emoji of several people are joined, and some are told from a plain sign by what follows.
	'(?<=\\p{Extended_Pictographic}\\ufe0f?\\p{Emoji_Modifier}?)\\u200d(?=\\p{Extended_Pictographic})',
	'(?<=\\p{Extended_Pictographic})\\ufe0f',
	// After a virama, letters of India and Sri Lanka are joined or kept apart: Sri in Sinhala (UAX 31, A2 and B).
	'(?<=[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca])[\\u200c\\u200d](?=\\p{L})',
	// Persian keeps the halves of a name apart: Alireza (UAX 31, A1).
	'(?<=\\p{Script=Arabic}\\p{M}*)\\u200c(?=\\p{Script=Arabic})'
];

/** Control, direction and unassigned characters, and others that nobody sees. */
const INVISIBLE = '[\\p{C}\\p{Default_Ignorable_Code_Point}\\ufffd\\u2800]';

const UNSEEN = new RegExp(`(?=${INVISIBLE})(?!${SEEN.join('|')}).`, 'gsu');

/** A typed name as it is shown, as {@link seenText} makes it; or why it may not be. */
export function cleanName(typed: string): CleanedName {
	if (typed.length > 1000) return { refused: 'too-long' };
	const name = seenText(typed);
	if (name === '') return { refused: typed.trim() === '' ? 'empty' : 'nothing-visible' };
	if (!/[\p{L}\p{N}\p{S}]/u.test(name)) return { refused: 'nothing-visible' };
	const isLong = name.length > LONGEST_NAME && [...clusters.segment(name)].length > LONGEST_NAME;
	return isLong ? { refused: 'too-long' } : { name };
}

/** The names of teams as they may be shown: what is none is left out, and of those that are alike then one is left. */
export function cleanTeams(typed: readonly string[]): string[] {
	const names = typed.flatMap((team) => {
		const cleaned = cleanName(team);
		return 'name' in cleaned ? cleaned.name : [];
	});
	return [...new Set(names)];
}

/**
 * What a pupil has typed as the others may see it: composed (NFC), without control, direction and invisible characters,
 * with single spaces and no more marks on a letter than languages write. Markup stays the text that it is. Empty where
 * nothing of it can be seen.
 */
export function seenText(typed: string): string {
	return (
		typed
			.toWellFormed()
			.normalize('NFC')
			.replaceAll(/[\s\p{Z}]+/gu, ' ')
			.replaceAll(UNSEEN, '')
			.replaceAll(/\p{M}+/gu, fewMarks)
			.replaceAll(/(^|\s)\p{M}+/gu, '$1')
			// Once more: a joiner may have lost the mark that it came after.
			.replaceAll(UNSEEN, '')
			.replaceAll(/ +/g, ' ')
			.trim()
			.normalize('NFC')
	);
}

/** Marks on one letter: each once, and not too many. */
function fewMarks(marks: string): string {
	let anyScript = 0;
	return [...new Set(marks)]
		.filter((mark) => !/\p{Script=Inherited}/u.test(mark) || ++anyScript <= MOST_MARKS.anyScript)
		.slice(0, MOST_MARKS.all)
		.join('');
}
