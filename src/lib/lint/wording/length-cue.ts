import type { ChoiceSet, ReadOption } from '#lib/kinds/parts.ts';
import { itemTexts } from '../item-texts.ts';
import { itemRule, type ItemFinding } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { lengthOf } from '../words.ts';

/** W-08: the key is neither the long one nor the short one. */
export const lengthCue = itemRule({
	id: 'W-08',
	level: 'warning',
	wants: 'The key is about as long as the distractors.',
	source: 'HDR',
	check: (item) => itemTexts(item).sets.flatMap((set) => (set.many ? ofSeveral(set) : ofOne(set)))
});

function ofOne({ options }: ChoiceSet): ItemFinding[] {
	const key = options.find((option) => option.key);
	const distractors = options.filter((option) => !option.key).map(({ text }) => lengthOf(text));
	if (!key || distractors.length === 0) return [];
	const length = lengthOf(key.text);
	const finding = againstMean(key, length, mean(distractors)) ?? againstLongest(key, length, distractors);
	return finding ? [finding] : [];
}

function ofSeveral({ options, path }: ChoiceSet): ItemFinding[] {
	const lengths = (key: boolean) =>
		options.filter((option) => option.key === key).map(({ text }) => lengthOf(text));
	const [keys, distractors] = [mean(lengths(true)), lengths(false)];
	const finding =
		againstMean({ path }, keys, mean(distractors)) ?? againstLongest({ path }, keys, distractors);
	return finding ? [finding] : [];
}

function againstMean(
	{ path }: Pick<ReadOption, 'path'>,
	key: number,
	distractors: number
): ItemFinding | undefined {
	const apart = Math.abs(key - distractors) >= limit.keyOverMeanBy;
	const long = key > distractors * limit.keyOverMean;
	if (!apart || (!long && key >= distractors * limit.keyUnderMean)) return undefined;
	return {
		path,
		message: `the key has ${Math.round(key)} letters and the distractors ${Math.round(distractors)} on average`,
		fix: long
			? 'Shorten the key, or say more in the distractors.'
			: 'Shorten the distractors, or say more in the key.'
	};
}

function againstLongest(
	{ path }: Pick<ReadOption, 'path'>,
	key: number,
	distractors: readonly number[]
): ItemFinding | undefined {
	const longest = Math.max(...distractors);
	const isOver = (ratio: number, by: number) => key >= longest * ratio && key - longest >= by;
	const over = isOver(limit.keyOverSecond, limit.keyOverSecondBy);
	if (!over && !isOver(limit.keyFarOverSecond, limit.keyFarOverSecondBy)) return undefined;
	return {
		path,
		message: `the key has ${Math.round(key)} letters and the longest distractor ${longest}`,
		fix: 'Shorten the key, or say more in a distractor.'
	};
}

function mean(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

/** W-09: the key is not the option with the details. */
export const detailCue = itemRule({
	id: 'W-09',
	level: 'warning',
	wants: 'The key has no more commas, brackets and digits than the distractors.',
	source: 'NBME',
	check: (item) =>
		itemTexts(item).sets.flatMap(({ options }) => {
			const most = Math.max(...options.filter((option) => !option.key).map(details));
			return options
				.filter((option) => option.key && details(option) >= most + limit.detailLead)
				.map(({ path, text }) => ({
					path,
					message: `the key “${text}” is more detailed than any distractor`,
					fix: 'Leave details out of the key, or give the distractors some.'
				}));
		})
});

function details({ text }: ReadOption): number {
	return text.match(/[,;()\d]/g)?.length ?? 0;
}
