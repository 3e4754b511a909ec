import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { absoluteIn } from './absolutes.ts';

/** W-23: a statement to judge makes one claim, without absolute words, and has three or four reasons. */
export const statement = itemRule({
	id: 'W-23',
	level: 'warning',
	wants:
		'A statement to judge makes one claim, in no absolute words; where it asks for the reason, it offers three or four.',
	source: 'HDR',
	needs: 'language',
	check: (item, { language }) => {
		const { verdict, stem, sets } = itemTexts(item);
		if (verdict === null || !language) return [];
		const joint = language.joints.map((pattern) => pattern.exec(stem)?.[0]).find((found) => found);
		const absolute = absoluteIn({ text: stem }, language);
		const amiss = sets.filter(
			({ options }) => options.length < limit.fewestReasons || options.length > limit.mostReasons
		);
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
			...amiss.map(({ path, options }) => ({
				path,
				message: `there are ${options.length} reasons`,
				fix: `Write ${limit.fewestReasons} or ${limit.mostReasons}.`
			}))
		];
	}
});
