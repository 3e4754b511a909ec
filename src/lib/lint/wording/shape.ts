import type { Item } from '#lib/bank/item.ts';

import type { ChoiceSet } from '#lib/kinds/parts.ts';
import { itemTexts } from '../item-texts.ts';
import { itemRule, type ItemFinding } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { countSentences, wordsOf } from '../words.ts';

/** W-15: three options or a few more. */
export const optionCount = itemRule({
	id: 'W-15',
	level: 'warning',
	wants: 'A choice has three to five options, a multiple response four to seven.',
	once: true,
	source: 'ROD',
	check: (item) => itemTexts(item).sets.flatMap(counted)
});

function counted({ options, path, many }: ChoiceSet): ItemFinding[] {
	const { length } = options;
	const [fewest, most] = many
		? [limit.fewestResponses, limit.mostResponses]
		: [limit.fewestOptions, limit.mostOptions];
	const message = `there are ${length} options`;
	if (length < fewest) {
		return [
			{
				path,
				message,
				fix: `Add a distractor that tempts, so that there are ${fewest} or more.`
			}
		];
	}
	if (length > most) return [{ path, message, fix: 'Leave out the one that tempts the least.' }];
	if (many || length < most) return [];
	return [{ path, message, fix: 'Three or four do as well, and are read faster.', level: 'info' }];
}

/** W-16: the stem of a choice asks, or is completed by the option. */
export const stemEnd = itemRule({
	id: 'W-16',
	level: 'warning',
	wants: 'The stem of a choice ends in a question mark, a colon or a blank, and has no blank elsewhere.',
	source: 'HDR',
	check: (item, { language }) => {
		if (!isChoice(item)) return [];
		const { stem, sets } = itemTexts(item);
		// “Select all that apply” is asked for by W-24, and may be the whole request or follow the question.
		const isRequest = sets.some(({ many }) => many) && language?.asked(stem) !== undefined;
		const blank = /__|…\s*\S/.test(stem.replace(/(?:(?<!_)_+|…)\s*\.?$/, ''));
		if (!blank && (isRequest || /[?:…]\s*$|__\s*$/.test(stem))) return [];
		return [
			{
				path: ['stem'],
				message: blank ? 'there is a blank in the middle of the stem' : 'the stem does not end in a question',
				fix: 'Write a question, or put the blank at the end.'
			}
		];
	}
});

/** W-17: not more to read than needed. */
export const readingLoad = itemRule({
	id: 'W-17',
	level: 'warning',
	wants:
		'Stems have at most 60 words and three sentences, options 25 words, and all options together not far more than the stem.',
	source: 'HDR',
	check: (item, { language }) => {
		const { stem, sets } = itemTexts(item);
		const inStem = wordsOf(stem).length;
		const isRequest = sets.some(({ many }) => many) && language?.asked(stem) !== undefined;
		const sentences = countSentences(stem) - (isRequest ? 1 : 0);
		return [
			...(inStem > limit.stemWords || sentences > limit.stemSentences
				? [
						{
							path: ['stem'],
							message: `the stem has ${inStem} words in ${sentences} sentences`,
							fix: 'Cut what the question does not need.'
						}
					]
				: []),
			...sets.flatMap((set) => longOptions(set, inStem))
		];
	}
});

function longOptions({ options, path, of }: ChoiceSet, inStem: number): ItemFinding[] {
	const lengths = options.map(({ text }) => wordsOf(text).length);
	const all = lengths.reduce((sum, length) => sum + length, 0);
	const most = limit.optionsPerStem * inStem + limit.optionsBeyondStem;
	return [
		...options
			.filter((_, index) => (lengths[index] ?? 0) > limit.optionWords)
			.map(({ path: at, text }) => ({
				path: at,
				message: `the option “${text}” has more than ${limit.optionWords} words`,
				fix: 'Shorten it.'
			})),
		...(of !== 'blank' && all > most
			? [
					{
						path,
						message: `the options have ${all} words together`,
						fix: 'Move what they share into the stem.'
					}
				]
			: [])
	];
}

/** W-18: what all options begin with belongs into the stem. */
export const repeatedLead = itemRule({
	id: 'W-18',
	level: 'warning',
	wants: 'The options do not all begin with the same three words.',
	source: 'HDR',
	check: (item) =>
		itemTexts(item).sets.flatMap(({ options, path }) => {
			const leads = new Set(options.map(({ text }) => wordsOf(text).slice(0, limit.repeatedLead).join(' ')));
			const [lead = ''] = leads;
			if (leads.size > 1 || lead.split(' ').length < limit.repeatedLead) return [];
			return [{ path, message: `all options begin with “${lead}”`, fix: 'Move these words into the stem.' }];
		})
});

/** Whether the learner chooses from options that answer the stem. */
function isChoice(item: Item): boolean {
	return itemTexts(item).sets.some(({ of }) => of === 'options');
}
