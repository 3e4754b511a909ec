import { foldLetters } from '#lib/kinds/fold.ts';
import { parts, type KindName } from '#lib/kinds/index.ts';
import { isMapping } from '#lib/text/mapping.ts';
import { plainText, type Rich, type RichNode } from '#lib/text/rich.ts';

import type { Bank } from './bank.ts';
import { isItemOf, type Item, type ItemOf } from './item.ts';
import type { Point, Word } from './primer.ts';
import { foldForm, patternOfForm } from './word-form.ts';

/** What a word is called on the page of words: no word is called as a part of the page around them is. */
export function anchorOf({ id }: Pick<Word, 'id'>): string {
	return `word-${id}`;
}

const linked = new WeakMap<Bank, Map<string, Bank>>();

/**
 * A bank whose readings, stems, rationales and explanations lead to the words to know, each word at its first occurrence
 * in a text. A stem leads to no word that would answer it.
 *
 * @param page the address of the page of words, from the root of the app on
 */
export function withLinkedWords(bank: Bank, page: string): Bank {
	const { words } = bank.primer;
	if (!words) return bank;
	const pages = linked.get(bank) ?? new Map<string, Bank>();
	linked.set(bank, pages);
	const known = pages.get(page) ?? link(bank, new Links(words, page));
	pages.set(page, known);
	return known;
}

function link(bank: Bank, links: Links): Bank {
	const { reading, points } = bank.primer;
	return {
		...bank,
		primer: {
			...bank.primer,
			...(reading !== undefined && { reading: links.in(reading) }),
			points: points.map((point) => linkedPoint(point, links))
		},
		// What is not translated has the words of another language.
		items: bank.items.map((item) => (item.language === undefined ? linkedItem(item, links) : item))
	};
}

function linkedPoint(point: Point, links: Links): Point {
	const { reading, readings } = point;
	return {
		...point,
		...(reading !== undefined && { reading: links.in(reading) }),
		...(readings && { readings: readings.map((each) => ({ ...each, text: links.in(each.text) })) })
	};
}

function linkedItem<K extends KindName>(item: ItemOf<K>, links: Links): ItemOf<K> {
	return {
		...item,
		stem: links.in(item.stem, (word) => !tellsKey(word, item)),
		explanation: links.in(item.explanation),
		interaction: linkedRationales(item.interaction, links)
	};
}

/** The same value with links in each of its rationales, wherever they are. */
function linkedRationales<T>(value: T, links: Links): T;
function linkedRationales(value: unknown, links: Links): unknown {
	if (Array.isArray(value)) return value.map((entry: unknown) => linkedRationales(entry, links));
	if (!isMapping(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, part]) => [
			key,
			(key === 'why' || key === 'tempts') && isRich(part) ? links.in(part) : linkedRationales(part, links)
		])
	);
}

function isRich(value: unknown): value is Rich {
	return typeof value === 'string' || Array.isArray(value);
}

/** Words of this length at least say something; but for those that are in any two sentences. */
const TELLING_LETTERS = 3;
/** Words are alike when these first letters are: “commit” and “committed”. */
const ROOT_LETTERS = 6;
/** A whole word of this length at least is like a longer one that begins with it: “bind” and “binding”. */
const STEM_LETTERS = 4;

/** In English and French. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
	foldLetters(
		`all also and another any are because been before being both but can could does each for from had has have
		how into its less may more most must not one only other others our out over own same should some somebody
		something such than that the their them then there these they this those through too under upon was were
		what when where whether which while who whom whose why will with without would you your
		ainsi après aussi autre autres aux avant avec car ces cet cette ceux chaque comme dans des deux donc dont elle
		elles entre est être eux fait ils leur leurs lui mais même mêmes moins ni non nos notre nous ont par pas peut
		plus pour puis quand que quel quelle quelles quels qui quoi sans ses soit son sont sous sur tous tout toute
		toutes une vers vos votre vous`
	).split(/\s+/)
);

/**
 * Whether somebody who reads what a word means would know more of an item’s key: it is in the key in any of its forms, or
 * its meaning shares a word with it. A statement to be judged is its own key.
 */
function tellsKey({ term, also = [], meaning }: Word, item: Item): boolean {
	const { verdict, key, typed } = parts(item);
	if (verdict !== null) return true;
	const number = isItemOf(item, 'numeric') ? [String(item.interaction.value)] : [];
	const answers = [...key, ...typed.flatMap(({ accept }) => accept), ...number].join(' ');
	const told = [...rootsOf([term, ...also, plainText(meaning)].join(' '))];
	return [...rootsOf(answers)].some((root) => told.some((other) => areAlike(root, other)));
}

function areAlike(one: string, other: string): boolean {
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	return short === long || (short.length >= STEM_LETTERS && long.startsWith(short));
}

/** The beginnings of the words of a text that say something; numbers too. */
function rootsOf(text: string): Set<string> {
	const words = foldLetters(text).match(/\p{L}+|\p{N}+/gu) ?? [];
	const telling = words.filter(
		(word) => /\p{N}/u.test(word) || (word.length >= TELLING_LETTERS && !FUNCTION_WORDS.has(word))
	);
	return new Set(
		telling.map((word) =>
			(word.length > TELLING_LETTERS ? word.replace(/[sx]$/, '') : word).slice(0, ROOT_LETTERS)
		)
	);
}

/** Finds the words to know in texts. */
class Links {
	readonly #page: string;
	readonly #byForm: ReadonlyMap<string, Word>;
	readonly #pattern: RegExp;

	constructor(words: readonly Word[], page: string) {
		this.#page = page;
		const forms = words.flatMap((word) => [word.term, ...(word.also ?? [])].map((form) => ({ form, word })));
		this.#byForm = new Map(forms.map(({ form, word }) => [foldForm(form), word]));
		// The longest first: “public core” is not “core”.
		const sorted = [...this.#byForm.keys()].sort((one, other) => other.length - one.length);
		this.#pattern = new RegExp(
			`(?<![\\p{L}\\p{N}])(?:${sorted.map(patternOfForm).join('|')})(?![\\p{L}\\p{N}])`,
			'giu'
		);
	}

	/** A text that leads from each word to its meaning, at its first occurrence. */
	in(text: Rich, allows: (word: Word) => boolean = () => true): Rich {
		const seen = new Set<Word>();
		const nodes = this.#inNodes(typeof text === 'string' ? [text] : text, seen, allows);
		return seen.size === 0 ? text : nodes;
	}

	#inNodes(nodes: readonly RichNode[], seen: Set<Word>, allows: (word: Word) => boolean): RichNode[] {
		return nodes.flatMap((node): RichNode[] => {
			if (typeof node === 'string') return this.#inText(node, seen, allows);
			// A link leads elsewhere already, and code is no language.
			if (node.tag === 'a' || node.tag === 'code' || node.tag === 'word') return [node];
			return [{ ...node, children: this.#inNodes(node.children, seen, allows) }];
		});
	}

	#inText(text: string, seen: Set<Word>, allows: (word: Word) => boolean): RichNode[] {
		const nodes: RichNode[] = [];
		let end = 0;
		for (const { 0: found, index } of text.matchAll(this.#pattern)) {
			const word = this.#byForm.get(foldForm(found));
			if (!word || seen.has(word) || !allows(word) || lacksCapitals(word, found)) continue;
			seen.add(word);
			nodes.push(text.slice(end, index), {
				tag: 'word',
				href: `${this.#page}#${encodeURIComponent(anchorOf(word))}`,
				children: [found]
			});
			end = index + found.length;
		}
		return [...nodes, text.slice(end)].filter((node) => node !== '');
	}
}

/** An abbreviation is in capitals: “who” is not the WHO. */
function lacksCapitals({ term, also = [] }: Word, found: string): boolean {
	const forms = [term, ...also].filter((form) => foldForm(form) === foldForm(found));
	return forms.every((form) => form === form.toUpperCase() && form !== found);
}
