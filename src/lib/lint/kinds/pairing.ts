import { isItemOf } from '#lib/bank/item.ts';
import { plainText, type Rich } from '#lib/text/rich.ts';

import { itemRule, type ItemFinding } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { hasPhrase } from '../words.ts';

/** T-01: enough to match, something to spare, and no pair that gives itself away. */
export const matching = itemRule({
	id: 'T-01',
	level: 'warning',
	wants:
		'Matching has three to six premises, one to three options to spare or options that serve twice, and no option that repeats its premise.',
	source: 'ours',
	check: (item) => {
		if (!isItemOf(item, 'matching')) return [];
		const { premises, options } = item.interaction;
		const found: ItemFinding[] = [];
		if (premises.length < limit.fewestPremises || premises.length > limit.mostPremises) {
			found.push({
				path: ['premises'],
				message: `there are ${premises.length} premises`,
				fix: `Write ${limit.fewestPremises} to ${limit.mostPremises}.`
			});
		}
		const used = new Set(premises.map(({ match }) => match)).size;
		const spare = options.length - premises.length;
		if (used === premises.length && (spare < 1 || spare > limit.spareOptions)) {
			found.push({
				path: ['options'],
				message:
					spare < 1
						? 'no option is left over, so the last pair needs no thought'
						: `${spare} options are left over`,
				fix: `Write one to ${limit.spareOptions} options more than premises.`
			});
		}
		premises.forEach(({ text, match }, index) => {
			const option = plainText(options.find(({ id }) => id === match)?.text ?? '');
			if (!hasPhrase(plainText(text), option)) return;
			found.push({
				path: ['premises', index, 'text'],
				message: `the premise “${plainText(text)}” contains its option “${option}”`,
				fix: 'Reword one of the two.'
			});
		});
		return found;
	}
});

/** T-02: the texts of a column have the same form. */
export const homogeneous = itemRule({
	id: 'T-02',
	level: 'warning',
	wants: 'The texts of a column are all sentences, or none of them is.',
	source: 'ours',
	check: (item) => {
		if (!isItemOf(item, 'matching')) return [];
		const { premises, options } = item.interaction;
		return [...mixed(premises, 'premises', 'premises'), ...mixed(options, 'options', 'options')];
	}
});

function mixed(column: readonly { text: Rich }[], field: string, name: string): ItemFinding[] {
	const sentences = column.filter(({ text }) => /[.?!]”?$/.test(plainText(text))).length;
	if (sentences === 0 || sentences === column.length) return [];
	return [
		{
			path: [field],
			message: `some ${name} are sentences and some are not`,
			fix: 'Write all of a column in one form, so that none stands out.'
		}
	];
}
