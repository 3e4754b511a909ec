import { compileMarkdown, MarkdownError } from './markdown.ts';
import type { RichNode } from './rich.ts';

const NAMES: Record<Exclude<Exclude<RichNode, string>['tag'], 'p'>, string> = {
	em: 'emphasis',
	strong: 'strong emphasis',
	code: 'code',
	a: 'a link',
	word: 'a link',
	ul: 'a list',
	ol: 'a list',
	li: 'a list'
};

/** Flaws of Markdown that do not matter where every character is shown. */
const SHOWN =
	/taken for emphasis|single entry|backslash|broken|horizontal rule|quotation|heading|block of code|address/;

/**
 * What an author seems to have meant as markup in a text that is shown exactly as written, such as a passage
 * or an accepted answer: emphasis, code, links, entities, tables, formulas and lists. Characters that mean
 * themselves do not count: `2*3*4`, `__init__`, `<b>`, `C:\Users`.
 *
 * @returns what it seems to be, in a clause; undefined where there is none
 */
export function markupIn(text: string): string | undefined {
	try {
		return firstOf(compileMarkdown(text));
	} catch (error) {
		if (!(error instanceof MarkdownError)) throw error;
		const flaw = error.flaws.find(({ message, piece }) => !isMeant(text, message, piece));
		return flaw?.message.replace(/, (?:which|and would).*$/, '');
	}
}

/** Whether the author may well want to show what Markdown stumbles over. */
function isMeant(text: string, message: string, piece: string): boolean {
	if (piece.startsWith('<')) return !text.includes('</');
	return SHOWN.test(message);
}

function firstOf(nodes: string | readonly RichNode[]): string | undefined {
	if (typeof nodes === 'string') return undefined;
	for (const node of nodes) {
		if (typeof node === 'string') continue;
		if (node.tag !== 'p') return `there is ${NAMES[node.tag]} in it`;
		const within = firstOf(node.children);
		if (within) return within;
	}
	return undefined;
}
