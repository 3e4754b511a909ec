import { isItemOf, type Item } from '#lib/bank/item.ts';

import { itemTexts } from '../item-texts.ts';
import type { Finding, Rule } from '../rule.ts';
import { itemsByFact } from '../structure/coverage.ts';
import { hasPhrase } from '../words.ts';
import { isLongEnough } from './enemies.ts';

/** C-12: learners read the titles of facts before they have answered anything. */
export const tellingTitles: Rule = {
	id: 'C-12',
	level: 'warning',
	wants: 'The title of a fact does not hold the key of an item that rests on it.',
	source: 'ours',
	check: ({ bank: { primer, items } }) => {
		const on = itemsByFact(items);
		return primer.facts.flatMap(({ id, title }): Finding[] => {
			if (title === undefined) return [];
			for (const item of on.get(id) ?? []) {
				const key = keysOf(item).find((each) => hasPhrase(title, each));
				if (key === undefined) continue;
				return [
					{
						subject: { fact: id },
						path: ['title'],
						message: `the title holds “${key}”, which answers “${item.id}”`,
						fix: 'Let it say what is asked about, not what the answer is.'
					}
				];
			}
			return [];
		});
	}
};

/** Each key that by itself is an answer, or a part of one. */
function keysOf(item: Item): string[] {
	if (isItemOf(item, 'numeric')) return [String(item.interaction.value)];
	const { typed, sets } = itemTexts(item);
	const options = sets.flatMap((set) => set.options);
	return [
		...typed.flatMap(({ accept }) => accept),
		...options.filter(({ key }) => key).map(({ text }) => text)
	].filter(isLongEnough);
}
