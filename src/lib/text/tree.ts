import type { Emphasis, Link, List, ListItem, Nodes, PhrasingContent, RootContent, Strong } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

import { isDoubtful } from './emphasis.ts';
import { flawAt, MarkdownError, type PlacedFlaw } from './flaw.ts';
import { DEEPEST, tooDeep } from './limits.ts';
import { refusal } from './refusals.ts';
import { SAFE_ADDRESS, type RichNode } from './rich.ts';
import { unshownIn } from './unshown.ts';

/** The constructs of Markdown that need a line of their own. */
const BLOCKS = [
	...['list', 'blockQuote', 'headingAtx', 'setextUnderline', 'codeIndented', 'codeFenced'],
	...['thematicBreak', 'htmlFlow', 'definition']
];

/**
 * Parses Markdown and compiles it. Entities are shown as written, and so is whatever would begin a list in a
 * text of one line, or any block in a label of one line.
 *
 * @param isLabel whether it is shown in one line, where blocks are not possible
 * @throws {MarkdownError} with everything that would not be shown as it is written.
 */
export function compileTree(source: string, isLabel: boolean): RichNode[] {
	const isOneLine = !/[\n\r]/.test(source);
	const off = isOneLine ? (isLabel ? BLOCKS : ['list']) : [];
	const root = fromMarkdown(source, { extensions: [{ disable: { null: ['characterReference', ...off] } }] });
	const text = withoutCode(root, source);
	const compiling = new Compiling(source, unshownIn(text, source));
	const nodes = compiling.blocks(root.children, 0);
	if (compiling.flaws.length === 0) return nodes;
	throw new MarkdownError(compiling.flaws.toSorted((one, other) => one.start - other.start));
}

/** Turns the nodes of a text into those that are shown, and notes what cannot be. */
class Compiling {
	readonly flaws: PlacedFlaw[];
	readonly #source: string;

	/** @param known flaws found already: the same stretch of the text is not reported again */
	constructor(source: string, known: readonly PlacedFlaw[]) {
		this.#source = source;
		this.flaws = known.filter(
			(flaw, index) => !known.slice(0, index).some((earlier) => doOverlap(earlier, rangeOfFlaw(flaw)))
		);
	}

	blocks(nodes: readonly RootContent[], depth: number): RichNode[] {
		return nodes.flatMap((node): RichNode[] => {
			switch (node.type) {
				case 'paragraph':
					return [{ tag: 'p', children: this.#inlines(node.children, depth + 1) }];
				case 'list':
					return this.#list(node, depth + 1);
				default:
					this.#refuse(node);
					return [];
			}
		});
	}

	#list(list: List, depth: number): RichNode[] {
		if (this.#isTooDeep(list, depth)) return [];
		this.#checkMarkers(list);
		const children = list.children.map((item) => this.#item(item, depth + 1));
		if (!list.ordered) return [{ tag: 'ul', children }];
		const start = list.start ?? 1;
		return [{ tag: 'ol', ...(start !== 1 && { start }), children }];
	}

	#item(item: ListItem, depth: number): RichNode {
		const blocks = this.blocks(item.children, depth);
		const [only] = blocks;
		const isOne = blocks.length === 1 && typeof only === 'object' && only.tag === 'p';
		return { tag: 'li', children: isOne ? only.children : blocks };
	}

	/**
	 * A list is shown with numbers that count up from its first, and a list of a single entry is mostly not
	 * meant as one.
	 */
	#checkMarkers(list: List): void {
		const { ordered, children } = list;
		const ranges = children.map((item) => rangeOf(item));
		const markers = ranges.map(([start]) => /\S*/.exec(this.#source.slice(start, start + 10))?.[0] ?? '');
		const [first = ''] = markers;
		const [range = rangeOf(list)] = ranges;
		if (markers.length === 1) {
			const escaped = ordered ? `${first.slice(0, -1)}\\${first.slice(-1)}` : `\\${first}`;
			this.#note(
				range,
				`“${first}” where a line begins makes a list, and this one has a single entry`,
				`Write “${escaped}” to show it as it is, or give the list another entry.`
			);
		} else if (ordered) {
			const numbers = markers.map((marker) => marker.slice(0, -1));
			const shown = numbers.map((_, index) => String(Number(numbers[0]) + index));
			if (numbers.join() !== shown.join()) {
				const message = `the list is numbered ${numbers.join(', ')}, and would be shown with other numbers`;
				this.#note(range, message, `Number it ${shown.join(', ')}.`);
			} else if (first.endsWith(')')) {
				const message = `“${first}” would be shown as “${first.slice(0, -1)}.”`;
				this.#note(range, message, `Write “${first.slice(0, -1)}.” instead, as it is shown.`);
			}
		}
	}

	#inlines(nodes: readonly PhrasingContent[], depth: number): RichNode[] {
		return nodes.flatMap((node) => this.#inline(node, depth));
	}

	#inline(node: PhrasingContent, depth: number): RichNode[] {
		switch (node.type) {
			case 'text':
				return [node.value.replaceAll(/\r\n|\r|\n/g, ' ')];
			case 'emphasis':
			case 'strong':
				return this.#emphasised(node, depth + 1);
			case 'inlineCode':
				return [{ tag: 'code', children: [node.value] }];
			case 'link':
				return this.#link(node, depth + 1);
			default:
				this.#refuse(node);
				return [];
		}
	}

	#emphasised(node: Emphasis | Strong, depth: number): RichNode[] {
		if (this.#isTooDeep(node, depth)) return [];
		const [start, end] = rangeOf(node);
		const isStrong = node.type === 'strong';
		if (isDoubtful(this.#source, start, end, isStrong)) {
			const sign = this.#source.charAt(start);
			const other = sign === '*' ? ', or “×” for a product' : '; emphasis is written *with stars*';
			this.#note(
				[start, end],
				`“${this.#source.slice(start, end)}” is taken for emphasis, and would be shown without these characters`,
				`For the character itself write “\\${sign}”${other}.`
			);
		}
		return [{ tag: isStrong ? 'strong' : 'em', children: this.#inlines(node.children, depth) }];
	}

	#link(link: Link, depth: number): RichNode[] {
		const range = rangeOf(link);
		if (!SAFE_ADDRESS.test(link.url)) {
			const message = `the link goes to “${link.url}”, which is not a web address`;
			this.#note(range, message, 'Write an address that begins with https:// or http://.');
		} else if (link.title) {
			const message = `the title “${link.title}” of the link is not shown`;
			this.#note(range, message, 'Leave the title out, or say it in the text.');
		} else if (link.children.length === 0) {
			this.#note(range, 'the link has no words', 'Write them between its square brackets.');
		}
		return [{ tag: 'a', href: link.url, children: this.#inlines(link.children, depth) }];
	}

	#isTooDeep(node: Nodes, depth: number): boolean {
		if (depth <= DEEPEST) return false;
		const { message, fix } = tooDeep('');
		if (!this.flaws.some((flaw) => flaw.message === message)) this.#note(rangeOf(node), message, fix);
		return true;
	}

	#refuse(node: Nodes): void {
		const range = rangeOf(node);
		const written = this.#source.slice(...range);
		// The closing tag is not a second fault.
		const isClosing = node.type === 'html' && written.startsWith('</') && this.flaws.length > 0;
		if (!isClosing) this.#note(range, ...refusal(node, written));
	}

	#note(range: [number, number], message: string, fix: string): void {
		if (this.flaws.some((flaw) => doOverlap(flaw, range))) return;
		this.flaws.push(flawAt(this.#source, range, message, fix));
	}
}

/** The source with all code, tags and addresses blanked out, character for character. */
function withoutCode(root: Nodes, source: string): string {
	let text = '';
	for (const [start, end] of codeIn(root, source)) {
		text += source.slice(text.length, start);
		text += source.slice(text.length, end).replaceAll(/[^\n]/g, ' ');
	}
	return text + source.slice(text.length);
}

/** The places of code, tags and addresses, in their order. */
function codeIn(node: Nodes, source: string): [number, number][] {
	const [start, end] = rangeOf(node);
	if (!('children' in node)) return node.type === 'text' || node.type === 'break' ? [] : [[start, end]];
	const within = node.children.flatMap((child) => codeIn(child, source));
	if (node.type !== 'link') return within;
	const last = node.children.at(-1);
	return source[start] === '<' || !last ? [[start, end]] : [...within, [rangeOf(last)[1], end]];
}

/** Where a node begins and where it ends. */
function rangeOf({ position }: Nodes): [number, number] {
	return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

function rangeOfFlaw({ start, end }: PlacedFlaw): [number, number] {
	return [start, end];
}

function doOverlap(flaw: PlacedFlaw, [start, end]: [number, number]): boolean {
	return flaw.start < end && start < flaw.end;
}
