import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';

/** W-07: the grammar of the stem fits every option. */
export const grammarCue = itemRule({
	id: 'W-07',
	level: 'warning',
	wants: 'Articles and number at the end of a stem, or before a blank, fit all options alike.',
	source: 'HDR',
	needs: 'language',
	check: (item, { language }) =>
		itemTexts(item).sets.flatMap((set) => {
			if (!language || set.of === 'reasons') return [];
			const lead = set.lead ?? itemTexts(item).stem;
			const agree = set.options.map(({ text }) => language.agrees(lead, text));
			if (agree.includes(false)) {
				const odd = set.options[agree.indexOf(false)];
				return [
					{
						path: odd?.path ?? set.path,
						message: `the article before the options does not fit “${odd?.text ?? ''}”`,
						fix: 'Move the article into the options, or write “a(n)”.'
					}
				];
			}
			const plurals = set.options.filter(({ text }) => language.isPlural(text)).length;
			if (set.many || !language.asksForNumber(lead) || plurals === 0 || plurals === set.options.length) {
				return [];
			}
			return [
				{
					path: set.path,
					level: 'warning' as const,
					message: 'the stem ends in a singular or a plural, and the options mix both',
					fix: 'Word the stem so that it says nothing about number, or make the options alike.'
				}
			];
		})
});
