import { flawAt, type PlacedFlaw } from './flaw.ts';
import { formulasIn } from './formulas.ts';

/**
 * Characters that may follow a backslash, since they could be markup: anywhere, or only where a line begins.
 */
const ESCAPED = /[*_`[\]<&$|~^!]/;
const ESCAPED_AT_HEAD = /(?:^|\n)[ \t]*(?:\\[#>+=-]|\d{1,9}\\[.)])$/;

/**
 * Markup of other dialects, which Markdown does not know and which learners would see as characters: tables,
 * formulas, strikethrough, superscripts and subscripts, footnotes, boxes to tick, entities. Also backslashes
 * that would get lost.
 *
 * @param text the source with all code and addresses blanked out, character for character
 */
export function unshownIn(text: string, source: string): PlacedFlaw[] {
	const tables = tablesIn(text, source);
	const formulas = formulasIn(text, source);
	const others = [...otherMarkup(text, source), ...escapes(text, source)];
	return [...tables, ...formulas, ...others];
}

const TABLES = [
	/^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/m,
	/^[ \t]*\|[^\n]*\|[ \t]*\n[ \t]*\|[^\n]*\|[ \t]*$/m,
	/\|[ \t]*:?-{2,}:?[ \t]*\|/,
	/\+[-=]{3,}\+/
];

/** Tables, each as long as the paragraph that it is in. */
function tablesIn(text: string, source: string): PlacedFlaw[] {
	let at = 0;
	return text.split(/(\n[ \t]*\n)/).flatMap((paragraph) => {
		const start = at;
		at += paragraph.length;
		if (!TABLES.some((pattern) => pattern.test(paragraph))) return [];
		return [
			flawAt(
				source,
				[start, at],
				'this is a table, which would be shown with its bars and dashes',
				'Write it as a list or in sentences; for the character itself write “\\|”.'
			)
		];
	});
}

const OTHERS: { pattern: RegExp; is: string; fix: string }[] = [
	{
		pattern: /(?<!\\)~~(?=[^\s~])[^~\n]{1,500}~~/g,
		is: 'strikes words out, which cannot be shown',
		fix: 'Leave these characters out; for the character itself write “\\~”.'
	},
	{
		pattern: /(?<=[\p{L}\p{N})])~[\p{L}\p{N}+-]{1,5}~(?!~)/gu,
		is: 'is a subscript, which cannot be shown',
		fix: 'Write a subscript character, such as ₂; for the character itself write “\\~”.'
	},
	{
		pattern: /(?<=[\p{L}\p{N})])\^[\p{L}\p{N}+-]{1,5}\^/gu,
		is: 'is a superscript, which cannot be shown',
		fix: 'Write a superscript character, such as ²; for the character itself write “\\^”.'
	},
	{
		pattern: /(?<!\\)\[\^(?:\d{1,3}|[a-z]{3,20})\]/g,
		is: 'is a footnote, which cannot be shown',
		fix: 'Say it in the text, or put it into the explanation; for the characters themselves write “\\[”.'
	},
	{
		pattern: /(?<=^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]{1,4})\[[ xX]\](?=\s)/gm,
		is: 'is a box to tick, which cannot be shown',
		fix: 'Leave it out; for the characters themselves write “\\[”.'
	},
	{
		pattern: /(?<!\\)&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][a-z][A-Za-z\d]{0,30});/g,
		is: 'is HTML for another character, and would be shown as it is here',
		fix: 'Write the character itself; for these letters write “\\&”.'
	}
];

function otherMarkup(text: string, source: string): PlacedFlaw[] {
	return OTHERS.flatMap(({ pattern, is, fix }) =>
		[...text.matchAll(pattern)].map(({ 0: written, index }) =>
			flawAt(source, [index, index + written.length], `“${written}” ${is}`, fix)
		)
	);
}

/** Backslashes that Markdown removes although nothing after them is markup. */
function escapes(text: string, source: string): PlacedFlaw[] {
	return [...text.matchAll(/\\([!-/:-@[-`{-~])/g)].flatMap(({ 0: pair, index }) => {
		const sign = pair.charAt(1);
		const [before, after] = [text.charAt(index - 1), text.charAt(index + 2)];
		if (sign === '\\') {
			if (before === '\\' || !/[\p{L}\p{N}]/u.test(after)) return [];
			return [
				flawAt(
					source,
					[index, index + 3],
					`“${pair}${after}” would be shown with one backslash`,
					'Write one backslash if one is meant, and four if two are.'
				)
			];
		}
		const isNeeded =
			ESCAPED.test(sign) ||
			(sign === '(' && before === ']') ||
			ESCAPED_AT_HEAD.test(text.slice(Math.max(0, index - 40), index + 2));
		if (isNeeded) return [];
		return [
			flawAt(
				source,
				[index, index + 2],
				`“${pair}” would be shown as “${sign}”, without its backslash`,
				'Leave the backslash out, which is not needed here; if it is meant, write two.'
			)
		];
	});
}
