/** How long a name may be, in characters as people see them. */
export const LONGEST_NAME = 40;

/** The most marks that a letter carries in any language’s names; more are a flood over the lines above. */
const MOST_MARKS = 2;

/** A name as it may be shown, or why it may not be. */
export type CleanedName = { name: string } | { refused: 'empty' | 'too-long' | 'nothing-visible' };

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * A typed name as it is shown: composed (NFC), without control, direction and invisible characters, with single spaces
 * and at most two marks on a letter. Markup stays the text that it is.
 */
export function cleanName(typed: string): CleanedName {
	if (typed.length > 1000) return { refused: 'too-long' };
	const name = typed
		.toWellFormed()
		.normalize('NFC')
		.replaceAll(/[\s\p{Z}]+/gu, ' ')
		// Emoji of several people are joined by a character that is invisible elsewhere.
		.replaceAll(
			/(?<!\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu,
			''
		)
		.replaceAll(
			/(?!\u200d)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0]/gu,
			''
		)
		.replaceAll(/(?<!\p{Extended_Pictographic})[\ufe00-\ufe0f]/gu, '')
		.replaceAll(new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu'), '$1')
		.replaceAll(/(^|\s)\p{M}+/gu, '$1')
		.replaceAll(/ +/g, ' ')
		.trim()
		.normalize('NFC');
	if (name === '') return { refused: typed.trim() === '' ? 'empty' : 'nothing-visible' };
	if (!/[\p{L}\p{N}\p{S}]/u.test(name)) return { refused: 'nothing-visible' };
	return [...clusters.segment(name)].length > LONGEST_NAME ? { refused: 'too-long' } : { name };
}
