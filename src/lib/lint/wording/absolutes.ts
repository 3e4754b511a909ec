import type { Language } from '../languages/language.ts';
import type { ReadOption } from '#lib/kinds/parts.ts';
import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';
import { findPhrase } from '../words.ts';

/** The first word of an option that allows no exception. */
export function absoluteIn({ text }: Pick<ReadOption, 'text'>, language: Language): string | undefined {
	return findPhrase(text, language.absolutes);
}

/** W-05: absolute words give away neither the key nor the distractors. */
export const absolutes = itemRule({
	id: 'W-05',
	level: 'warning',
	wants: 'Absolute words are not in the distractors alone, nor in the key alone.',
	source: 'NBME',
	needs: 'language',
	check: (item, { language }) =>
		itemTexts(item).sets.flatMap(({ options }) => {
			if (!language) return [];
			const absolute = options.filter((option) => absoluteIn(option, language) !== undefined);
			const keys = absolute.filter(({ key }) => key).length;
			const [first] = absolute;
			if (!first || (keys > 0 && keys < absolute.length)) return [];
			const word = absoluteIn(first, language) ?? '';
			const where = keys > 0 ? 'the key and in no distractor' : 'a distractor and not in the key';
			return [
				{
					path: first.path,
					message: `“${word}” is in ${where}, and learners know what such words mean`,
					fix: 'Word the options without it, or use it on both sides.'
				}
			];
		})
});

/** W-06: no option leaves open how often. */
export const vagueFrequencies = itemRule({
	id: 'W-06',
	level: 'info',
	wants: 'No option says “often” or “may”, which each reader measures differently.',
	source: 'NBME',
	needs: 'language',
	check: (item, { language }) =>
		itemTexts(item).sets.flatMap(({ options }) =>
			options.flatMap(({ text, path }) => {
				const words = ` ${language?.words(text).join(' ') ?? ''} `;
				const vague = language?.vague.find((word) => words.includes(` ${word} `));
				if (vague === undefined) return [];
				return [
					{ path, message: `“${vague}” is vague in “${text}”`, fix: 'Say how often, or leave the word out.' }
				];
			})
		)
});
