import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import * as v from 'valibot';

import { SAFE_ADDRESS, type Rich, type RichNode } from './rich.ts';

/** Markdown that a bank may not use: what it is, and what to write in its place. */
export class MarkdownError extends Error {
	readonly fix: string;
	constructor(message: string, fix: string) {
		super(message);
		this.fix = fix;
	}
}

/**
 * One line without any sign that Markdown could read. Most texts of a bank are such, and the parser takes a hundred
 * times as long to find it out.
 */
const PLAIN = /^(?![#>+~-]|\d+[.)])[^*_`[\]<&\\\t\n\r\0]+$/;

/**
 * Compiles the safe subset of Markdown (emphasis, code, links, lists, paragraphs) to {@link Rich}.
 * A text without any markup stays a plain string, which keeps pages small.
 *
 * @throws {MarkdownError} at raw HTML, images, headings, quotes, tables, rules or an address that is not http(s) or mailto.
 */
export function compileMarkdown(source: string): Rich {
	const trimmed = source.trim();
	return PLAIN.test(trimmed) ? trimmed : parseMarkdown(trimmed);
}

/** Compiles a text as {@link compileMarkdown} does, by the whole parser. */
export function parseMarkdown(source: string): Rich {
	const blocks = fromMarkdown(source).children.map(block);
	if (blocks.length === 1 && isParagraph(blocks[0])) return unwrap(blocks[0].children);
	return blocks;
}

/**
 * Compiles one line of the same subset, for an option, a label or a statement.
 *
 * @throws {MarkdownError} as {@link compileMarkdown}, and at a list or a second paragraph.
 */
export function compileInline(source: string): Rich {
	const compiled = compileMarkdown(source);
	if (typeof compiled !== 'string' && compiled.some(isBlockElement)) {
		throw new MarkdownError(
			'a list or several paragraphs stand where one line is shown',
			'Write it as one line.'
		);
	}
	return compiled;
}

/** Schema for a text of one or more paragraphs: Markdown in, {@link Rich} out. */
export const prose = v.pipe(
	v.string(),
	v.trim(),
	v.nonEmpty('is empty\nWrite it, or leave the line out.'),
	compiled(compileMarkdown)
);

/** Schema for a text of one line: Markdown in, {@link Rich} out. */
export const line = v.pipe(
	v.string(),
	v.trim(),
	v.nonEmpty('is empty\nWrite it, or leave the line out.'),
	compiled(compileInline)
);

/* @__NO_SIDE_EFFECTS__ */
function compiled(compile: (source: string) => Rich) {
	return v.rawTransform<string, Rich>(({ dataset, addIssue, NEVER }) => {
		try {
			return compile(dataset.value);
		} catch (error) {
			if (!(error instanceof MarkdownError)) throw error;
			addIssue({ message: `${error.message}\n${error.fix}` });
			return NEVER;
		}
	});
}

function block(node: RootContent): RichNode {
	switch (node.type) {
		case 'paragraph':
			return { tag: 'p', children: inlines(node.children) };
		case 'list':
			return { tag: node.ordered ? 'ol' : 'ul', children: node.children.map(listItem) };
		default:
			throw refusal(node);
	}
}

function listItem(item: { children: RootContent[] }): RichNode {
	const blocks = item.children.map(block);
	const only = blocks[0];
	return { tag: 'li', children: blocks.length === 1 && isParagraph(only) ? only.children : blocks };
}

function inlines(nodes: PhrasingContent[]): RichNode[] {
	return nodes.map(inline);
}

function inline(node: PhrasingContent): RichNode {
	switch (node.type) {
		case 'text':
			return node.value.replaceAll('\n', ' ');
		case 'emphasis':
			return { tag: 'em', children: inlines(node.children) };
		case 'strong':
			return { tag: 'strong', children: inlines(node.children) };
		case 'inlineCode':
			return { tag: 'code', children: [node.value] };
		case 'link':
			if (!SAFE_ADDRESS.test(node.url)) {
				throw new MarkdownError(
					`the link goes to “${node.url}”, which is not a web address`,
					'Write an address that begins with https:// or http://.'
				);
			}
			return { tag: 'a', href: node.url, children: inlines(node.children) };
		default:
			throw refusal(node);
	}
}

function refusal(node: Nodes): MarkdownError {
	const fixes: Partial<Record<Nodes['type'], [string, string]>> = {
		html: ['raw HTML is not taken', 'Use Markdown for emphasis, or write the sign “<” as “\\<”.'],
		image: ['an image stands in the text', 'Describe it in words.'],
		heading: ['a heading stands in the text', 'Write a plain sentence, or “\\#” for the sign itself.'],
		blockquote: ['a block quotation stands in the text', 'Put the words in quotation marks.'],
		thematicBreak: ['a rule stands in the text', 'Leave it out.'],
		code: ['a block of code stands in the text', 'Use `code` within a line, and do not indent the text.']
	};
	const [message, fix] = fixes[node.type] ?? [
		`“${node.type}” is not in the subset of Markdown that a bank may use`,
		'Use emphasis, code, links and lists only.'
	];
	return new MarkdownError(message, fix);
}

function isParagraph(node: RichNode | undefined): node is { tag: 'p'; children: RichNode[] } {
	return typeof node === 'object' && node.tag === 'p';
}

function isBlockElement(node: RichNode): boolean {
	return typeof node === 'object' && (node.tag === 'p' || node.tag === 'ul' || node.tag === 'ol');
}

function unwrap(children: RichNode[]): Rich {
	return children.every((child) => typeof child === 'string') ? children.join('') : children;
}
