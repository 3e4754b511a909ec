import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';

/** W-24: a multiple response says how many to select, or that all that apply are meant. */
export const instruction = itemRule({
	id: 'W-24',
	level: 'warning',
	wants: 'A multiple response says “select all that apply”, or “select three” and has three keys.',
	source: 'NCSBN',
	needs: 'language',
	check: (item, { language }) => {
		const { stem, sets } = itemTexts(item);
		const several = sets.find(({ many }) => many);
		if (!several || !language) return [];
		const keys = several.options.filter(({ key }) => key).length;
		const asked = language.asked(stem);
		if (asked === 'all' || asked === keys) return [];
		return [
			{
				path: ['stem'],
				message:
					asked === undefined
						? 'the stem does not say how many options to select'
						: `the stem asks for ${asked} options, and ${keys} are keys`,
				fix: `Write “select all that apply”, or “select ${keys}”.`
			}
		];
	}
});
