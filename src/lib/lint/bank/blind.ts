import type { Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { choice } from '#lib/kinds/index.ts';
import { plainText, type Rich } from '#lib/text/rich.ts';

import type { Language } from '../languages/language.ts';
import { itemTexts } from '../item-texts.ts';
import { absoluteIn } from '../wording/absolutes.ts';
import { wordStems } from '../wording/clang.ts';
import { hasPhrase, lengthOf } from '../words.ts';
import { chanceOf, fraction, mean } from './chance.ts';

/** Something to choose, as it looks to somebody who knows nothing of the subject. */
interface Seen {
	id: string;
	text: string;
}

/** What a choice looks like from outside, without key or rationales. */
interface Puzzle {
	stem: string;
	options: Seen[];
	/** Whether several may be chosen. */
	many: boolean;
}

/**
 * A way to answer without knowing anything. It returns the choices that it finds equally good: single
 * options, or sets of options if several may be chosen. If it returns none, the options give it nothing to go
 * by, and it guesses.
 */
interface Strategy {
	name: BlindName;
	says: string;
	choose: (puzzle: Puzzle, language: Language | undefined) => Seen[][];
	/** Items with a single key have nothing to select “all” of. */
	onlyMany?: boolean;
}

/** The names of the blind strategies. */
export type BlindName =
	| 'longest'
	| 'shortest'
	| 'middle'
	| 'overlap'
	| 'no-overlap'
	| 'no-absolutes'
	| 'hedged'
	| 'convergence'
	| 'select-all';

/** What a blind strategy earns in a bank, compared with chance on the same items. */
export interface BlindResult {
	name: BlindName;
	says: string;
	/** Items on which the strategy has something to go by. */
	items: number;
	/** Mean score, from 0 to 1. */
	score: number;
	chance: number;
}

const strategies: Strategy[] = [
	{
		name: 'longest',
		says: 'take the longest',
		choose: (puzzle) => best(puzzle, ({ text }) => lengthOf(text))
	},
	{
		name: 'shortest',
		says: 'take the shortest',
		choose: (puzzle) => best(puzzle, ({ text }) => -lengthOf(text))
	},
	{
		name: 'middle',
		says: 'take the middle one, in the order written',
		choose: (puzzle) => best(puzzle, (_, index) => -Math.abs(index - (puzzle.options.length - 1) / 2))
	},
	{
		name: 'overlap',
		says: 'take what repeats most words of the stem',
		choose: (puzzle, language) => {
			const stem = wordStems(puzzle.stem, language);
			return best(puzzle, ({ text }) => wordStems(text, language).intersection(stem).size);
		}
	},
	{
		name: 'no-overlap',
		says: 'take what repeats fewest words of the stem',
		choose: (puzzle, language) => {
			const stem = wordStems(puzzle.stem, language);
			return best(puzzle, ({ text }) => -wordStems(text, language).intersection(stem).size);
		}
	},
	{
		name: 'no-absolutes',
		says: 'leave out “always” and “never”',
		choose: ({ options, many }, language) => {
			const mild = options.filter((option) => !language || absoluteIn(option, language) === undefined);
			if (mild.length === 0 || mild.length === options.length) return [];
			return many ? [mild] : mild.map((option) => [option]);
		}
	},
	{
		name: 'hedged',
		says: 'take the most cautious',
		choose: (puzzle, language) => {
			const cautious = (text: string) =>
				(language?.hedges ?? []).filter((hedge) => hasPhrase(text, hedge)).length;
			return puzzle.options.some(({ text }) => cautious(text) > 0)
				? best(puzzle, ({ text }) => cautious(text))
				: [];
		}
	},
	{
		name: 'convergence',
		says: 'take what is most like the others',
		choose: (puzzle, language) =>
			best(puzzle, (option) => {
				const own = wordStems(option.text, language);
				const others = puzzle.options.filter((other) => other !== option);
				return others.reduce((sum, { text }) => sum + own.intersection(wordStems(text, language)).size, 0);
			})
	},
	{ name: 'select-all', says: 'select all', choose: ({ options }) => [options], onlyMany: true }
];

/**
 * The best by a measure: the options tied for first place, or, if several may be chosen, the better half.
 */
function best({ options, many }: Puzzle, measure: (option: Seen, index: number) => number): Seen[][] {
	const ranked = options
		.map((option, index) => ({ option, value: measure(option, index) }))
		.sort((one, other) => other.value - one.value);
	if (many) return [ranked.slice(0, Math.ceil(ranked.length / 2)).map(({ option }) => option)];
	return ranked.filter(({ value }) => value === ranked[0]?.value).map(({ option }) => [option]);
}

/** How the blind strategies fare over a bank (rule B-08). */
export function blindResults({ items }: Bank, language: Language | undefined): BlindResult[] {
	return strategies.map((strategy) => {
		const played = items.flatMap((item) => {
			const score = play(strategy, item, language);
			return score === undefined ? [] : [{ score, chance: chanceOf(item) }];
		});
		return {
			name: strategy.name,
			says: strategy.says,
			items: played.length,
			score: mean(played.map(({ score }) => score)),
			chance: mean(played.map(({ chance }) => chance))
		};
	});
}

/** The mean score of a strategy on an item; undefined if the item gives it nothing to choose. */
function play(
	{ choose, onlyMany = false }: Strategy,
	item: Item,
	language: Language | undefined
): number | undefined {
	const offered = choice(item);
	if (!offered || (onlyMany && !offered.many)) return undefined;
	const { options, many, responses } = offered;
	const chosen = choose({ stem: itemTexts(item).stem, many, options: options.map(seen) }, language);
	if (chosen.length === 0) return chanceOf(item);
	const given = chosen.flatMap((set) => responses(set.map(({ id }) => id)));
	return mean(given.map((response) => fraction(item, response)));
}

function seen({ id, text }: { id: string; text: Rich }): Seen {
	return { id, text: plainText(text) };
}
