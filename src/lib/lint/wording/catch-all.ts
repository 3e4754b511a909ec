import type { Language } from '../languages/language.ts';
import { itemTexts } from '../item-texts.ts';
import { itemRule, type Rule } from '../rule.ts';

/** W-01: no option that refers to all others, or to two of them. */
export const allOfTheAbove = catchAll(
	{ id: 'W-01', level: 'error', source: 'HDR', wants: 'No option says “all of the above” or “A and B”.' },
	(language) => language.allOfTheAbove,
	'Name what it refers to, or ask as a multiple response: two right options are enough to find this key.'
);

/** W-02: no option that refers to none of the others. */
export const noneOfTheAbove = catchAll(
	{ id: 'W-02', level: 'warning', source: 'HDR', wants: 'No option says “none of the above”.' },
	(language) => language.noneOfTheAbove,
	'Write an answer that somebody might give in good faith.'
);

function catchAll(
	rule: Pick<Rule, 'id' | 'level' | 'source' | 'wants'>,
	patternsOf: (language: Language) => readonly RegExp[],
	fix: string
): Rule {
	return itemRule({
		...rule,
		needs: 'language',
		check: (item, { language }) =>
			itemTexts(item).sets.flatMap(({ options }) =>
				options
					.filter(({ text }) => language && patternsOf(language).some((pattern) => pattern.test(text)))
					.map(({ text, path }) => ({ path, message: `the option “${text}” refers to others`, fix }))
			)
	});
}
