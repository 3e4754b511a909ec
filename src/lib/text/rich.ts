/**
 * Text as the interface shows it: plain, or a tree of the few elements that a bank may use. It is compiled
 * from Markdown once, where the bank is read, and rendered node by node, so no text ever becomes markup.
 */
export type Rich = string | RichNode[];

export type RichNode = string | RichElement | RichNumbered | RichLink | RichWord;

export interface RichElement {
	tag: 'p' | 'em' | 'strong' | 'code' | 'ul' | 'li';
	children: RichNode[];
}

export interface RichNumbered {
	tag: 'ol';
	/** The number of its first entry; 1 where it is not written. */
	start?: number;
	children: RichNode[];
}

export interface RichLink {
	tag: 'a';
	/** An `https:`, `http:` or `mailto:` address. */
	href: string;
	children: RichNode[];
}

/** A word to know, which leads to its meaning. No author writes it: it is put in where a text is served. */
export interface RichWord {
	tag: 'word';
	/** An address of the app itself, from its root on. */
	href: string;
	children: RichNode[];
}

/** Addresses that a link may have; anything else (`javascript:`, `data:`) is refused. */
export const SAFE_ADDRESS = /^(https?:\/\/|mailto:)/i;

/** The words of a rich text without its emphasis, links and lists; paragraphs and list items are joined by a space. */
export function plainText(rich: Rich): string {
	if (typeof rich === 'string') return rich;
	return rich
		.map((node) => (typeof node === 'string' ? node : plainText(node.children) + (isBlock(node) ? ' ' : '')))
		.join('')
		.trim();
}

function isBlock({ tag }: Exclude<RichNode, string>): boolean {
	return tag === 'p' || tag === 'li';
}
