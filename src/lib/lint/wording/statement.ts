import { isItemOf } from '#lib/bank/item.ts';

import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { absoluteIn } from './absolutes.ts';

/** W-23: a statement to judge makes one claim, without absolute words, and has three or four reasons. */
export const statement = itemRule({
	id: 'W-23',
	level: 'warning',
	wants: 'A statement to judge makes one claim, in no absolute words, with three or four reasons.',
	source: 'HDR',
	needs: 'language',
	check: (item, { language }) => {
		if (!isItemOf(item, 'true-false-reason') || !language) return [];
		const { stem } = itemTexts(item);
		const joint = language.joints.map((pattern) => pattern.exec(stem)?.[0]).find((found) => found);
		const absolute = absoluteIn({ text: stem }, language);
		const reasons = item.interaction.reasons.length;
		return [
			...(joint === undefined
				? []
				: [
						{
							path: ['stem'],
							message: `“${joint.trim()}” joins a second claim to the statement`,
							fix: 'Leave one claim; what is half true has no verdict.'
						}
					]),
			...(absolute === undefined
				? []
				: [
						{
							path: ['stem'],
							message: `“${absolute}” in the statement suggests that it is false`,
							fix: 'Make the same claim without it.'
						}
					]),
			...(reasons >= limit.fewestReasons && reasons <= limit.mostReasons
				? []
				: [
						{
							path: ['reasons'],
							message: `there are ${reasons} reasons`,
							fix: `Write ${limit.fewestReasons} or ${limit.mostReasons}.`
						}
					])
		];
	}
});
