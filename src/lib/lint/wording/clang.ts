import { contentWords } from '../languages/index.ts';
import type { Language } from '../languages/language.ts';
import type { ReadOption } from '#lib/kinds/parts.ts';
import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';

/** The content words of a text by their first letters, so that “commit” and “committed” are one. */
export function wordStems(text: string, language: Language | undefined): Set<string> {
	return new Set(contentWords(text, language).map((word) => word.slice(0, thresholds.stemLetters)));
}

/** How many content words an option shares with the other options. */
function sharedWithOthers(
	option: ReadOption,
	options: readonly ReadOption[],
	language: Language | undefined
): number {
	const own = wordStems(option.text, language);
	const others = options.filter((other) => other !== option).map(({ text }) => wordStems(text, language));
	return others.reduce((sum, other) => sum + own.intersection(other).size, 0);
}

/** W-10: no word of the stem is repeated in the key alone. */
export const clang = itemRule({
	id: 'W-10',
	level: 'warning',
	wants: 'No content word of the stem is in the key and in no distractor.',
	source: 'NBME',
	needs: 'language',
	check: (item, { language }) => {
		const { stem, sets } = itemTexts(item);
		return sets
			.filter(({ of }) => of !== 'blank')
			.flatMap(({ options }) => {
				const asked = wordStems(stem, language);
				const elsewhere = new Set(
					options.filter(({ key }) => !key).flatMap(({ text }) => [...wordStems(text, language)])
				);
				return options
					.filter(({ key }) => key)
					.flatMap(({ text, path }) => {
						const echoes = [...wordStems(text, language).intersection(asked).difference(elsewhere)];
						if (echoes.length === 0) return [];
						return [
							{
								path,
								message: `${echoes.map((echo) => `“${echo}…”`).join(' and ')} in the stem is repeated in the key “${text}” and in no distractor`,
								fix: 'Reword the key, or let a distractor echo the stem too.'
							}
						];
					});
			});
	}
});

/** W-11: the key is not the option on which the others converge. */
export const convergence = itemRule({
	id: 'W-11',
	level: 'warning',
	wants: 'The key does not share the most words with the other options, by two or more.',
	source: 'NBME',
	needs: 'language',
	check: (item, { language }) =>
		itemTexts(item).sets.flatMap(({ options, many }) => {
			if (many || options.length < thresholds.convergenceOptions) return [];
			const counts = options.map((option) => ({
				option,
				count: sharedWithOthers(option, options, language)
			}));
			const key = counts.find(({ option }) => option.key);
			const runnerUp = Math.max(...counts.filter(({ option }) => !option.key).map(({ count }) => count));
			if (!key || key.count - runnerUp < thresholds.convergenceLead) return [];
			return [
				{
					path: key.option.path,
					message: `the key “${key.option.text}” shares ${key.count} words with the other options, and none of them more than ${runnerUp}`,
					fix: 'Let the distractors vary one another, not the key alone.'
				}
			];
		})
});
