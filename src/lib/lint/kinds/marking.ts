import { isItemOf } from '#lib/bank/item.ts';

import { itemTexts } from '../item-texts.ts';
import { itemRule, type ItemFinding } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { wordsOf } from '../words.ts';

/** T-09: a passage to search, most of which is left unmarked. */
export const highlight = itemRule({
	id: 'T-09',
	level: 'warning',
	wants: 'A passage has at most 120 words, and at most 35 % of them belong to the key.',
	source: 'ours',
	check: (item) => {
		if (!isItemOf(item, 'highlight')) return [];
		const { shown, key } = itemTexts(item);
		const words = wordsOf(shown[0]?.text ?? '').length;
		const marked = key.reduce((sum, text) => sum + wordsOf(text).length, 0);
		const found: ItemFinding[] = [];
		if (words > limit.passageWords) {
			found.push({ path: ['passage'], message: `the passage has ${words} words`, fix: 'Shorten it.' });
		}
		if (marked > limit.markedShare * words) {
			found.push({
				path: ['passage'],
				message: `${marked} of its ${words} words are to be marked`,
				fix: 'Let the passage say more beside them, or mark shorter spans.'
			});
		}
		return found;
	}
});
