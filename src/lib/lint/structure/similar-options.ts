import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';
import { similarity, wordsOf } from '../words.ts';

/** S-06: no two options are nearly the same. Reading the file already refuses equal ones. */
export const similarOptions = itemRule({
	id: 'S-06',
	level: 'warning',
	wants: 'No two options read nearly alike.',
	source: 'HDR',
	check: (item) =>
		itemTexts(item).sets.flatMap(({ options }) =>
			options.flatMap((option, index) => {
				const twin = options
					.slice(0, index)
					.find(
						(other) =>
							similarity(wordsOf(other.text).join(' '), wordsOf(option.text).join(' ')) >=
							thresholds.similarOptions
					);
				if (!twin) return [];
				return [
					{
						path: option.path,
						message: `“${option.text}” and “${twin.text}” are nearly the same`,
						fix: 'Let them differ in more than a letter or two, or leave one out.'
					}
				];
			})
		)
});
