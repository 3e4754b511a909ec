import { itemTexts } from '../item-texts.ts';
import type { Rule } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { wordsOf } from '../words.ts';

/** B-04: as many true statements as false ones. */
export const trueFalse: Rule = {
	id: 'B-04',
	level: 'warning',
	wants: 'Of the statements to judge, 40 to 60 % are true.',
	once: true,
	source: 'HDR',
	check: ({ bank: { items } }) => {
		const verdicts = items.flatMap((item) => itemTexts(item).verdict ?? []);
		const right = verdicts.filter(Boolean).length;
		const share = right / Math.max(1, verdicts.length);
		if (verdicts.length < limit.trueFalseItems || (share >= limit.leastTrue && share <= limit.mostTrue)) {
			return [];
		}
		return [
			{
				subject: 'primer',
				path: [],
				message: `${right} of ${verdicts.length} statements are true`,
				fix: 'Reverse some of the others.'
			}
		];
	}
};

/** B-05: the number of keys in a multiple response varies. */
export const keyCount: Rule = {
	id: 'B-05',
	level: 'warning',
	wants: 'Multiple responses differ in how many keys they have.',
	once: true,
	source: 'ours',
	check: ({ bank: { items } }) => {
		const counts = items.flatMap((item) =>
			itemTexts(item)
				.sets.filter(({ many }) => many)
				.map(({ options }) => options.filter(({ key }) => key).length)
		);
		const [count, times] = [...Map.groupBy(counts, (each) => each)]
			.map(([each, all]) => [each, all.length] as const)
			.reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0]);
		if (counts.length < limit.keyCountItems || times <= limit.sameKeyCount * counts.length) return [];
		return [
			{
				subject: 'primer',
				path: [],
				message: `${times} of ${counts.length} multiple responses have ${count} keys`,
				fix: 'Add a key or a distractor to some of them.'
			}
		];
	}
};

/** B-09: no distractor is used all over the bank. */
export const distractorReuse: Rule = {
	id: 'B-09',
	level: 'info',
	wants: 'No distractor appears in more than 15 % of the choices.',
	source: 'ours',
	check: ({ bank: { items } }) => {
		const sets = items.flatMap((item) => itemTexts(item).sets);
		if (sets.length < limit.distractorItems) return [];
		const texts = sets.flatMap(({ options }) =>
			options.filter(({ key }) => !key).map(({ text }) => wordsOf(text).join(' '))
		);
		return [...Map.groupBy(texts, (text) => text)]
			.filter(([, all]) => all.length > limit.distractorReuse * sets.length)
			.map(([text, all]) => ({
				subject: 'primer',
				path: [],
				message: `“${text}” is a distractor in ${all.length} of ${sets.length} choices`,
				fix: 'Think of something else that tempts.'
			}));
	}
};
