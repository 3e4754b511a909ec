import { isItemOf } from '#lib/bank/item.ts';
import { ignoredCharacters } from '#lib/kinds/fold.ts';
import { plainText } from '#lib/text/rich.ts';

import { itemTexts } from '../item-texts.ts';
import { itemRule, type ItemFinding } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { hasPhrase, wordsOf } from '../words.ts';

/** T-07: an answer that can be typed, in every form that is right. */
export const shortText = itemRule({
	id: 'T-07',
	level: 'warning',
	wants: 'A typed answer has at most four words, two accepted forms, and two wrong ones that are expected.',
	source: 'ours',
	check: (item) => {
		if (!isItemOf(item, 'short-text')) return [];
		const { accept, wrong } = item.interaction;
		const found: ItemFinding[] = accept
			.filter((form) => wordsOf(form).length > limit.answerWords)
			.map((form) => ({
				path: ['accept', accept.indexOf(form)],
				message: `“${form}” has more than ${limit.answerWords} words`,
				fix: 'Ask for a shorter answer.'
			}));
		if (accept.length < limit.acceptedForms) {
			found.push({
				path: ['accept'],
				message: `only “${accept[0] ?? ''}” is accepted`,
				fix: 'Think of another form that is right: in full, in short, in the plural, in another language.'
			});
		}
		if (wrong.length < limit.wrongForms) {
			found.push({
				path: ['wrong'],
				message: `${wrong.length} wrong ${wrong.length === 1 ? 'answer is' : 'answers are'} expected`,
				fix: `Write ${limit.wrongForms} that learners will give, each with its “why”.`
			});
		}
		return found;
	}
});

/**
 * T-08: a number whose unit, if it has one, is named. Reading the file already makes sure that nearby values
 * are wrong.
 */
export const numericUnit = itemRule({
	id: 'T-08',
	level: 'warning',
	wants: 'The stem of a numeric item that has a unit says it.',
	source: 'ours',
	check: (item) => {
		if (!isItemOf(item, 'numeric')) return [];
		const { unit } = item.interaction;
		const stem = plainText(item.stem);
		if (unit.length === 0 || unit.some((name) => says(stem, name))) return [];
		return [
			{
				path: ['stem'],
				message: `the stem does not name the unit “${unit[0] ?? ''}”`,
				fix: 'Say in the stem what it is measured or counted in.'
			}
		];
	}
});

/** Whether a text names a unit, which may be a symbol: `%`. */
function says(text: string, unit: string): boolean {
	return wordsOf(unit).length > 0 ? hasPhrase(text, unit) : text.includes(unit);
}

/** T-10: a number that the stem does not count out. */
export const countable = itemRule({
	id: 'T-10',
	level: 'info',
	wants: '“How many” is not answered by counting what the stem lists.',
	source: 'ours',
	needs: 'language',
	check: (item, { language }) => {
		if (!isItemOf(item, 'numeric') || !language?.howMany.test(itemTexts(item).stem)) return [];
		const listed = itemTexts(item)
			.stem.split(/[.?!:]\s/)
			.map((sentence) => sentence.split(/, (?:and |et |or |ou )?| and | et /).length);
		if (item.interaction.value < 3 || !listed.includes(item.interaction.value)) return [];
		return [
			{
				path: ['stem'],
				message: `the stem lists ${item.interaction.value} things, which can be counted`,
				fix: 'Ask without listing them.'
			}
		];
	}
});

/** T-11: comparing a typed answer ignores nothing that makes it right. */
export const countedSigns = itemRule({
	id: 'T-11',
	level: 'warning',
	wants: 'A typed answer needs no character that is ignored.',
	source: 'ours',
	check: (item) =>
		itemTexts(item).typed.flatMap(({ path, accept }) =>
			accept.flatMap((form, index): ItemFinding[] => {
				const ignored = ignoredCharacters(form);
				if (ignored.length === 0) return [];
				const named = ignored.map((character) => `“${character}”`).join(', ');
				return [
					{
						path: [...path, 'accept', index],
						message: `“${form}” is right without ${named} too, which is ignored in typed answers`,
						fix: 'Ask for it in words, or offer answers to choose from.'
					}
				];
			})
		)
});
