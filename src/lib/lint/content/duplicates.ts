import type { Item } from '#lib/bank/item.ts';

import { read } from '../reading.ts';
import type { Finding, Rule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';
import { jaccard, runsOf, wordsOf } from '../words.ts';

/** C-08: no item asks what another asks, in nearly the same words. */
export const duplicates: Rule = {
	id: 'C-08',
	level: 'warning',
	wants: 'No two items have nearly the same stem and key.',
	source: 'ours',
	check: ({ bank: { items } }) => {
		const prints = items.map(trigrams);
		return items.flatMap((item, index) =>
			items.slice(0, index).flatMap((other, earlier): Finding[] => {
				const alike = jaccard(prints[index] ?? new Set(), prints[earlier] ?? new Set());
				if (alike < thresholds.duplicates) return [];
				return [
					{
						subject: { item: item.id },
						path: ['stem'],
						message: `it is nearly the same as “${other.id}”`,
						fix: 'Ask for something else, or leave one of the two out.'
					}
				];
			})
		);
	}
};

function trigrams(item: Item): Set<string> {
	const { stem, key } = read(item);
	return new Set(runsOf(wordsOf([stem, ...key].join(' ')), 3));
}
