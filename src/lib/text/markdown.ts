import * as v from 'valibot';

import { MarkdownError } from './flaw.ts';
import { excessOf, LONGEST_LINE, LONGEST_PROSE } from './limits.ts';
import type { Rich, RichNode } from './rich.ts';
import { compileTree } from './tree.ts';

export { MarkdownError } from './flaw.ts';

/**
 * One line without any character that Markdown or a dialect of it could interpret. Most texts of a bank are
 * like this, and the parser takes a hundred times as long to find that out.
 */
const PLAIN = /^(?![#>-])[^*_`[\]<&\\$|~^\t\n\r\0]+$/;
const PLAIN_LABEL = /^[^*_`[\]<&\\$|~^\t\n\r\0]+$/;

/** The corner of a table drawn with characters. */
const CORNER = /\+[-=]{3}/;

/**
 * Compiles the safe subset of Markdown (emphasis, code, links, lists, paragraphs) to {@link Rich}. What is
 * not markup is shown as written, and whatever would get lost is reported. A text without markup stays a
 * plain string, which keeps pages small.
 *
 * @throws {MarkdownError} at what cannot be shown (raw HTML, images, headings, tables, formulas …), what may not have
 *   been meant as markup (`2*3*4`), an address that is not http(s) or mailto, and a text beyond reason.
 */
export function compileMarkdown(source: string): Rich {
	return compile(source, false);
}

/**
 * Compiles one line of the same subset, for an option, a label or a statement, where headings, lists and
 * quotations are not possible: the character that would begin one is shown.
 *
 * @throws {MarkdownError} as {@link compileMarkdown}, and at a list or a second paragraph.
 */
export function compileInline(source: string): Rich {
	const compiled = compile(source, true);
	if (typeof compiled === 'string' || !compiled.some(isBlock)) return compiled;
	throw new MarkdownError([
		{
			message: 'a list or several paragraphs are not possible where one line is shown',
			fix: 'Write it as one line.',
			piece: source.trim().split('\n')[0] ?? ''
		}
	]);
}

function compile(source: string, isLabel: boolean): Rich {
	const trimmed = source.trim();
	const excess = excessOf(trimmed, isLabel ? LONGEST_LINE : LONGEST_PROSE);
	if (excess) throw new MarkdownError([excess]);
	if ((isLabel ? PLAIN_LABEL : PLAIN).test(trimmed) && !CORNER.test(trimmed)) return trimmed;
	return parseMarkdown(trimmed, isLabel);
}

/** Compiles a text, trimmed of spaces, by the whole parser. */
export function parseMarkdown(source: string, isLabel = false): Rich {
	const nodes = compileTree(source, isLabel);
	const [only] = nodes;
	if (nodes.length !== 1 || typeof only !== 'object' || only.tag !== 'p') return nodes;
	return only.children.every((child) => typeof child === 'string') ? only.children.join('') : only.children;
}

/** Schema for a text of one or more paragraphs: Markdown in, {@link Rich} out. */
export const prose = compiled(compileMarkdown);

/** Schema for a text of one line: Markdown in, {@link Rich} out. */
export const line = compiled(compileInline);

/* @__NO_SIDE_EFFECTS__ */
function compiled(compile: (source: string) => Rich) {
	return v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty('is empty\nWrite it.'),
		v.rawTransform<string, Rich>(({ dataset, addIssue, NEVER }) => {
			try {
				return compile(dataset.value);
			} catch (error) {
				if (!(error instanceof MarkdownError)) throw error;
				// `received` is only the words at fault, not the whole text.
				for (const { message, fix, piece } of error.flaws) {
					addIssue({ message: `${message}\n${fix}`, received: piece });
				}
				return NEVER;
			}
		})
	);
}

function isBlock(node: RichNode): boolean {
	return typeof node === 'object' && (node.tag === 'p' || node.tag === 'ul' || node.tag === 'ol');
}
