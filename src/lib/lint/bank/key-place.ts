import type { Bank } from '#lib/bank/bank.ts';

import type { ChoiceSet } from '#lib/kinds/parts.ts';
import { itemTexts } from '../item-texts.ts';
import type { Finding, Rule } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { lengthOf } from '../words.ts';

/** The choices of a bank that have a single key, apart from blanks in a text. */
function singleKeySets({ items }: Bank): ChoiceSet[] {
	return items.flatMap((item) => itemTexts(item).sets.filter(({ many, of }) => !many && of !== 'blank'));
}

/** How often the key is in each place, by the number of options. */
export function keyPlaces(bank: Bank): { options: number; counts: number[] }[] {
	const groups = Map.groupBy(singleKeySets(bank), ({ options }) => options.length);
	return [...groups]
		.sort(([one], [other]) => one - other)
		.map(([options, sets]) => ({
			options,
			counts: Array.from(
				{ length: options },
				(_, place) => sets.filter((set) => set.options[place]?.key).length
			)
		}));
}

/**
 * B-01: the key is written in each place about equally often. If options are shuffled, only exports show it.
 */
export const keyPosition: Rule = {
	id: 'B-01',
	level: 'warning',
	wants: 'In the order written, the key is in each place about equally often (χ², 1 %).',
	once: true,
	source: 'ABH',
	check: ({ bank }) =>
		keyPlaces(bank).flatMap(({ options, counts }): Finding[] => {
			const all = counts.reduce((sum, count) => sum + count, 0);
			const expected = all / options;
			const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
			const quantile = limit.chiSquare[options - 2];
			if (all < limit.positionItems || quantile === undefined || chiSquare <= quantile) return [];
			return [
				{
					subject: 'primer',
					path: [],
					message: `of ${all} keys among ${options} options, ${counts.join(', ')} are in each place`,
					fix: 'Write the options in an order drawn at random: learners elsewhere may see it.'
				}
			];
		})
};

/** B-03: over the bank, the key is neither the longest nor the shortest more often than by chance. */
export const keyLength: Rule = {
	id: 'B-03',
	level: 'warning',
	wants: 'The key is the longest option, or the shortest, no more often than chance has it.',
	source: 'HDR',
	check: ({ bank }) => {
		const sets = singleKeySets(bank);
		const chances = sets.map(({ options }) => 1 / options.length);
		const expected = chances.reduce((sum, chance) => sum + chance, 0);
		const spread = Math.sqrt(chances.reduce((sum, chance) => sum + chance * (1 - chance), 0));
		const most = expected + limit.lengthErrors * spread;
		return [
			{ name: 'longest', count: extremes(sets, (lengths) => Math.max(...lengths)) },
			{ name: 'shortest', count: extremes(sets, (lengths) => Math.min(...lengths)) }
		]
			.filter(({ count }) => count > most)
			.map(({ name, count }) => ({
				subject: 'primer',
				path: [],
				message: `the key is the ${name} option in ${count} of ${sets.length} choices, where chance would have about ${Math.round(expected)}`,
				fix: `Make some keys ${name === 'longest' ? 'shorter' : 'longer'}, or some distractors the ${name}.`
			}));
	}
};

/** How many sets have a key of that length; a key that shares it with a distractor counts half. */
function extremes(sets: readonly ChoiceSet[], pick: (lengths: number[]) => number): number {
	return sets.reduce((sum, { options }) => {
		const extreme = pick(options.map(({ text }) => lengthOf(text)));
		const there = options.filter(({ text }) => lengthOf(text) === extreme);
		return sum + (there.some(({ key }) => key) ? (there.length > 1 ? 0.5 : 1) : 0);
	}, 0);
}
