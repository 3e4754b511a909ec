import type { Item } from '#lib/bank/item.ts';

import { itemTexts } from '../item-texts.ts';
import type { Rule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';
import { jaccard, runsOf, wordsOf } from '../words.ts';

/** C-08: no item asks what another asks, in nearly the same words. */
export const duplicates: Rule = {
	id: 'C-08',
	level: 'warning',
	wants: 'No two items have nearly the same stem and key.',
	source: 'ours',
	check: ({ bank: { items } }) => {
		const twins = twinsOf(items.map(trigrams));
		return items.flatMap((item, index) => {
			const other = items[twins[index] ?? -1];
			if (!other) return [];
			return [
				{
					subject: { item: item.id },
					path: ['stem'],
					message: `it is nearly the same as “${other.id}”`,
					fix: 'Ask for something else, or leave one of the two out.'
				}
			];
		});
	}
};

/**
 * For each print, the place of an earlier one that is nearly the same, if there is one. Two sets with a
 * similarity of at least t share one of the rarest members of each: of n members, one of the first n − ⌈t·n⌉
 * + 1 (Chaudhuri, Ganti and Kaushik, 2006, “A primitive operator for similarity joins in data cleaning”). So
 * only sets that share one are compared, and a large bank takes no longer per item than a small one.
 */
function twinsOf(prints: readonly Set<string>[]): (number | undefined)[] {
	const frequency = new Map<string, number>();
	for (const print of prints) for (const each of print) frequency.set(each, (frequency.get(each) ?? 0) + 1);
	const rarity = (each: string) => frequency.get(each) ?? 0;
	const places = new Map<string, number[]>();
	return prints.map((print, index) => {
		const sorted = [...print].sort((one, other) => rarity(one) - rarity(other) || (one < other ? -1 : 1));
		const rarest = sorted.slice(0, print.size - Math.ceil(thresholds.duplicates * print.size) + 1);
		const isTwin = (earlier: number) => jaccard(print, prints[earlier] ?? new Set()) >= thresholds.duplicates;
		const twin = firstOf(
			rarest.flatMap((each) => places.get(each) ?? []),
			isTwin
		);
		for (const each of rarest) {
			const known = places.get(each);
			if (known) known.push(index);
			else places.set(each, [index]);
		}
		return twin;
	});
}

/** The smallest of some places that passes a test; each is tested once. */
function firstOf(places: readonly number[], passes: (place: number) => boolean): number | undefined {
	return [...new Set(places)].sort((one, other) => one - other).find(passes);
}

function trigrams(item: Item): Set<string> {
	const { stem, key } = itemTexts(item);
	return new Set(runsOf(wordsOf([stem, ...key].join(' ')), 3));
}
