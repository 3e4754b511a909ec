import type { Bank } from '#lib/bank/bank.ts';
import { areEnemies } from '#lib/bank/enemies.ts';
import { isItemOf, type Item } from '#lib/bank/item.ts';
import type { Path } from '#lib/bank/yaml.ts';
import { foldLetters } from '#lib/kinds/fold.ts';

import { itemTexts } from '../item-texts.ts';
import { contentWords } from '../languages/index.ts';
import type { Language } from '../languages/language.ts';
import type { Finding, Rule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';
import { hasPhrase, piecesOf, sentencesOf } from '../words.ts';
import { holdsKeyOf, sharesFact, shown } from './enemies.ts';

/**
 * C-13: what an item shows does not hand over the words that answer another.
 *
 * A word tells the more, the fewer items show it, and the more of what the other item asks about stands beside it: “core”
 * in a sentence on sparing the Internet answers an item on what to spare, and “agreement” in one on the climate does not.
 */
export const tellingWords: Rule = {
	id: 'C-13',
	level: 'warning',
	wants: 'No text of an item holds the words that answer another, unless they are enemies or go together.',
	source: 'ours',
	needs: 'language',
	check: ({ bank, language }) => {
		if (!language) return [];
		const texts = textsIn(bank, language);
		return bank.items.flatMap((item) =>
			tellersOf(item, texts).map(({ by, answer, found }): Finding => {
				const words = [...found].map((word) => `“${word}”`).join(' and ');
				return {
					subject: by.subject,
					path: by.path,
					message: `${words} here gives away “${item.id}”, whose answer is “${answer}”`,
					fix:
						typeof by.subject === 'object' && 'stimulus' in by.subject
							? `Reword one of the two; or name “${item.id}” under “enemies” of an item that asks about this, so that they never meet.`
							: 'Reword one of the two; or name one of them under “enemies” of the other, so that they never meet.'
				};
			})
		);
	}
};

/** A sentence of what an item shows, with the words that carry its content. */
interface Shown {
	item: Item;
	/** The items that are drawn with it, itself among them: who meets one meets all. */
	group: readonly Item[];
	/** What has the text: the item, or its stimulus. */
	subject: Finding['subject'];
	path: Path;
	text: string;
	words: Map<string, string>;
}

/** What all items show, and how much each word tells. */
interface Texts {
	language: Language;
	/** The sentences that hold a word, by its root. */
	holding: Map<string, Shown[]>;
	/** The roots in an item’s stem. */
	stems: Map<Item, Map<string, string>>;
	/** How much a word tells of an item: from 0, where all others show it, to 1, where one does. */
	weight: (root: string, item: Item) => number;
}

/** The words that by themselves answer an item, or a part of it. */
interface Answer {
	text: string;
	roots: ReadonlySet<string>;
	/** What is asked for, as roots. */
	asked: ReadonlySet<string>;
	/** Whether the words count in this order alone, as in a name. */
	isPhrase?: true;
	/**
	 * The other options, where each word of the right one is in some of them: it is told by the sentence alone that holds
	 * all of its words, and all of no other option’s.
	 */
	others?: readonly ReadonlySet<string>[];
	/** A number says nothing without what it counts. */
	isNumber?: true;
	/** Whether it is one of several right ones, each of which says less. */
	isOneOfMany?: boolean;
}

interface Teller {
	by: Shown;
	answer: string;
	/** The words that tell, as they stand there. */
	found: Set<string>;
	strength: number;
}

function textsIn({ items, primer }: Bank, language: Language): Texts {
	const holding = new Map<string, Shown[]>();
	const spread = new Map<string, Set<Item>>();
	const together = Map.groupBy(items, ({ id, stimulus }) => stimulus?.id ?? `item ${id}`);
	for (const item of items) {
		const group = together.get(item.stimulus?.id ?? `item ${item.id}`) ?? [item];
		// What several show is looked at once, and is not of any of them.
		const own = shown(item).map((passage) => ({ subject: { item: item.id }, ...passage }));
		for (const { subject, path, text } of [...own, ...(group[0] === item ? stimulusOf(item) : [])]) {
			for (const sentence of sentencesOf(text, primer.language)) {
				const words = rootsOf(sentence, language);
				const entry = { item, group, subject, path, text: sentence, words };
				for (const root of words.keys()) {
					holding.set(root, [...(holding.get(root) ?? []), entry]);
					spread.set(root, (spread.get(root) ?? new Set()).add(item));
				}
			}
		}
	}
	const all = Math.log(Math.max(2, items.length));
	return {
		language,
		holding,
		stems: new Map(items.map((item) => [item, rootsOf(itemTexts(item).stem, language)])),
		weight: (root, item) => {
			const showing = spread.get(root) ?? new Set();
			return 1 - Math.log(Math.max(1, showing.size - Number(showing.has(item)))) / all;
		}
	};
}

/** The case or excerpt that an item is about, which each item of it shows. */
function stimulusOf(item: Item): Pick<Shown, 'subject' | 'path' | 'text'>[] {
	if (!item.stimulus) return [];
	const { id, title, source, sourceAfter } = item.stimulus;
	const subject = { stimulus: id };
	return [
		{ subject, path: ['title'], text: title },
		{ subject, path: ['text'], text: itemTexts(item).stimulus },
		// What is told with the explanation is no stimulus’s to give away, and another language has other words.
		...(source && !sourceAfter && source.language === undefined
			? [{ subject, path: ['source', 'title'], text: source.title }]
			: [])
	];
}

/** The items that give one away, each by its most telling sentence. */
function tellersOf(item: Item, texts: Texts): Teller[] {
	const most = new Map<Item, Teller>();
	for (const answer of answersOf(item, texts.language)) {
		for (const by of new Set([...answer.roots].flatMap((root) => texts.holding.get(root) ?? []))) {
			if (by.group.some((each) => each === item || areEnemies(item, each))) continue;
			if (holdsKeyOf(by.item, item)) continue;
			const strength = strengthOf(answer, item, by, texts);
			if (strength < thresholds.telling || strength <= (most.get(by.item)?.strength ?? 0)) continue;
			const found = new Set([...answer.roots].flatMap((root) => by.words.get(root) ?? []));
			most.set(by.item, { by, answer: answer.text, found, strength });
		}
	}
	return [...most.values()];
}

/** How much a sentence tells of an answer: how rare its words are, and how much of the question stands beside them. */
function strengthOf(
	{ text, roots, asked, isPhrase, isNumber, others, isOneOfMany = false }: Answer,
	item: Item,
	by: Shown,
	{ weight, stems }: Texts
): number {
	if (isPhrase && !hasPhrase(by.text, text)) return 0;
	const sum = (some: Iterable<string>) => [...some].reduce((total, root) => total + weight(root, item), 0);
	const all = sum(roots);
	const found = roots.intersection(by.words);
	const share = all === 0 ? 0 : sum(found) / all;
	if (share < (others ? 1 : thresholds.tellingShare)) return 0;
	if (others?.some((other) => other.isSubsetOf(by.words))) return 0;
	const near = asked.intersection(by.words);
	if (isNumber && sum(near) < thresholds.tellingNumber) return 0;
	const far = asked.intersection(stems.get(by.item) ?? new Map()).difference(near);
	const link = Math.min(thresholds.tellingLink, sum(near) + sum(far) / 2);
	return (
		(others ? thresholds.tellingWhole : (sum(found) / found.size) * share) +
		link / 2 +
		(sharesFact(item, by.item) ? thresholds.tellingFact : 0) -
		(isOneOfMany ? thresholds.tellingFact : 0)
	);
}

/** What answers an item: what is typed, the keyed options, a number. */
function answersOf(item: Item, language: Language): Answer[] {
	const { typed, sets, stem, stimulus } = itemTexts(item);
	const roots = (text: string) => new Set(rootsOf(text, language).keys());
	const asked = roots(stem);
	const answer = (text: string, about: string, more: Partial<Answer> = {}): Answer => {
		const own = roots(text).difference(asked).difference(roots(stimulus));
		return { text, roots: own, asked: roots(about).difference(own), ...more };
	};
	const option = (text: string, distractors: readonly string[], about: string, isOneOfMany: boolean) => {
		const others = distractors.map((other) => roots(other).difference(asked));
		const whole = answer(text, about, { isOneOfMany });
		const own = others.reduce((left, other) => left.difference(other), whole.roots);
		return own.size > 0 ? { ...whole, roots: own } : { ...whole, others };
	};
	const aboutBlank = ([list, index]: Path): string => {
		if (!isItemOf(item, 'cloze') || list !== 'blanks') return stem;
		const { text, blanks } = item.interaction;
		const mark = `{${blanks[Number(index)]?.id}}`;
		return sentencesOf(text, language.tag).find((sentence) => sentence.includes(mark)) ?? stem;
	};
	const answers = [
		...typed.flatMap(({ accept: [first = '', ...others], path }) =>
			// Of what else is accepted, other names for the same thing: “new” for “original” is in many a text.
			[first, ...others.filter((form) => /\p{Lu}/u.test(form))].map((form) =>
				answer(form, aboutBlank(path), piecesOf(form).length > 1 ? { isPhrase: true } : {})
			)
		),
		...sets.flatMap(({ options, many, path }) => {
			const distractors = options.filter(({ key }) => !key).map(({ text }) => text);
			return options
				.filter(({ key }) => key)
				.map(({ text }) => option(text, distractors, aboutBlank(path), many));
		}),
		...(isItemOf(item, 'numeric') ? [answer(String(item.interaction.value), stem, { isNumber: true })] : [])
	];
	return answers.filter((each) => each.roots.size > 0);
}

/** The content words of a text as they stand there, by their roots; numbers too, in digits or as words. */
function rootsOf(text: string, language: Language): Map<string, string> {
	const words = contentWords(text, language).map((word): [string, string] => [
		String(language.numberWords.get(word) ?? rootOf(word)),
		word
	]);
	const numbers = (text.match(/(?<![\p{L}\p{N}.,])\d+(?![\p{L}\p{N}]|[.,]\d)/gu) ?? []).map(
		(number): [string, string] => [number, number]
	);
	return new Map([...words, ...numbers]);
}

/** The beginning of a word, which its plural and what is derived from it share. */
function rootOf(word: string): string {
	const folded = foldLetters(word);
	const singular = folded.length > 4 ? folded.replace(/ies$/, 'y').replace(/[sx]$/, '') : folded;
	return singular.slice(0, thresholds.rootLetters);
}
