import { areEnemies } from '#lib/bank/enemies.ts';
import type { Item } from '#lib/bank/item.ts';

import type { Passage } from '#lib/kinds/parts.ts';
import { itemTexts } from '../item-texts.ts';
import type { Finding, Rule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';
import { hasPhrase, piecesOf, wordsOf } from '../words.ts';

/** C-09: an item that another gives away never meets it. */
export const giveaways: Rule = {
	id: 'C-09',
	level: 'warning',
	wants: 'Where the text of one item holds the key of another on the same fact, they are enemies.',
	source: 'ours',
	check: ({ bank: { items } }) => {
		const tellers = indexOf(items);
		return items.flatMap((item): Finding[] => {
			const told = new Map<Item, string>();
			for (const answer of answersOf(item)) {
				for (const other of tellers(answer)) {
					if (told.size === MOST_TOLD) break;
					if (other === item || told.has(other) || !sharesFact(item, other) || areEnemies(item, other))
						continue;
					if (tells(other, answer)) told.set(other, answer);
				}
			}
			return [...told].map(([other, answer]) => givenAway(item, other, answer));
		});
	}
};

/** The most items to name that give the same one away: if there are more, its own wording is the problem. */
const MOST_TOLD = 5;

function givenAway(item: Item, other: Item, answer: string): Finding {
	return {
		subject: { item: item.id },
		path: ['enemies'],
		message: `its key “${answer}” can be read in “${other.id}”`,
		fix: `Add “${other.id}” to its “enemies”, or reword that item.`
	};
}

/** Finds, for a phrase, the items that have its rarest word: only they can hold it, however many there are. */
function indexOf(items: readonly Item[]): (phrase: string) => readonly Item[] {
	const index = new Map<string, Item[]>();
	for (const item of items) {
		for (const word of new Set(shown(item).flatMap(({ text }) => piecesOf(text)))) {
			const known = index.get(word);
			if (known) known.push(item);
			else index.set(word, [item]);
		}
	}
	return (phrase) =>
		piecesOf(phrase)
			.map((word) => index.get(word) ?? [])
			.reduce((fewest, next) => (next.length < fewest.length ? next : fewest), items);
}

/** Keys that a text can give away: a typed answer, or the one right option. */
function answersOf(item: Item): string[] {
	const { typed, sets } = itemTexts(item);
	const options = sets.filter(({ many }) => !many).flatMap((set) => set.options);
	const keys = [
		...typed.flatMap(({ accept }) => accept),
		...options.filter(({ key }) => key).map(({ text }) => text)
	];
	return keys.filter(isLongEnough);
}

/** Whether a key is long enough to be recognised in another text: “no” and “a” are in many by chance. */
export function isLongEnough(key: string): boolean {
	return wordsOf(key).join('').length >= thresholds.givenAwayLetters;
}

/** Whether C-09 names the pair: an item shows the whole key of another on the same fact. */
export function holdsKeyOf(teller: Item, item: Item): boolean {
	return sharesFact(item, teller) && answersOf(item).some((answer) => tells(teller, answer));
}

function tells(item: Item, answer: string): boolean {
	return shown(item).some(({ text }) => hasPhrase(text, answer));
}

/** What every learner sees of an item before answering it, which excludes its hint. */
export function shown(item: Item): Passage[] {
	return itemTexts(item).visible.filter(({ path }) => path[0] !== 'hint');
}

/** Whether two items rest on a fact that both name. */
export function sharesFact(one: Item, other: Item): boolean {
	return one.facts.some((fact) => other.facts.includes(fact));
}
