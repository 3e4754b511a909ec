import { plainText, type Rich, type RichNode } from '#lib/text/rich.ts';

/** What replaces the words left out: the mark of an omission, the same in every language. */
export const BLANK = '[…]';

/** Words in quotation marks of any language. */
const QUOTED = /“[^“”]+”|«[^«»]+»|„[^„“]+“|"[^"]+"/gu;

/** Numbers, and dates with the name of their month: “80”, “1,200”, “13 November 2018”, “1er octobre 2018”. */
const NUMBER = /\p{N}[\p{L}\p{N}]*(?:[.,\u00a0\u202f’/:-]\p{N}+)*(?:\s\p{L}+\.?\s\p{N}{4})?/gu;

/** Words in a row that begin with a capital, except at the beginning of a sentence. */
const NAME =
	/(?<=[\p{L}\p{N},;:)\]’'”»-]\s(?:[(“«]\s?)?|[’'(-])\p{Lu}[\p{L}\p{N}’'-]*(?:\s\p{Lu}[\p{L}\p{N}’'-]*)*/gu;

/** Blanks with nothing but a space between them, which count as one. */
const BLANKS = /\[…\](?:\s?\[…\])+/g;

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * A statement with its telling words left out: numbers and dates, whatever is quoted or emphasised, and names, as far
 * as capitals show them. If it has none of these, or consists of nothing else, its longest word is left out instead. As
 * long as some word has two letters, something is always left out and something always remains.
 */
export function blanked(statement: Rich): Rich {
	const telling = leaveOut(statement, (text) => replaceAll(text, [QUOTED, NUMBER, NAME, BLANKS]), true);
	if (isTelling(telling)) return telling;
	const longest = longestWord(stretches(statement));
	const shorter = leaveOut(statement, replaceOnce(longest, BLANK));
	if (isTelling(shorter)) return shorter;
	const [first = ''] = longest;
	return leaveOut(statement, replaceOnce(longest, first + BLANK));
}

function leaveOut(rich: Rich, from: (text: string) => string, emphasised = false): Rich {
	const leave = (node: RichNode): RichNode => {
		if (typeof node === 'string') return from(node);
		const isTelling = node.tag === 'em' || node.tag === 'strong' || node.tag === 'code';
		return emphasised && isTelling ? BLANK : { ...node, children: node.children.map(leave) };
	};
	return typeof rich === 'string' ? from(rich) : rich.map(leave);
}

function replaceAll(text: string, patterns: readonly RegExp[]): string {
	return patterns.reduce((left, pattern) => left.replaceAll(pattern, BLANK), text);
}

/** Replaces a word the first time it appears, and not again: the function remembers. */
function replaceOnce(word: string, by: string): (text: string) => string {
	let isDone = false;
	return (text) => {
		const at = isDone ? -1 : wordsOf(text).indexOf(word);
		if (at < 0) return text;
		isDone = true;
		let seen = -1;
		return text.replaceAll(WORD, (each) => (++seen === at ? by : each));
	};
}

function longestWord(texts: readonly string[]): string {
	const words = texts.flatMap(wordsOf);
	return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

function wordsOf(text: string): string[] {
	return text.match(WORD)?.map(String) ?? [];
}

/** The words of a text, cut where its markup begins and ends. */
function stretches(rich: Rich): string[] {
	if (typeof rich === 'string') return [rich];
	return rich.flatMap((node) => (typeof node === 'string' ? node : stretches(node.children)));
}

/** Whether something is left out, and some words are left. */
function isTelling(rich: Rich): boolean {
	const text = plainText(rich);
	return text.includes(BLANK) && /\p{L}|\p{N}/u.test(text.replaceAll(BLANK, ''));
}
