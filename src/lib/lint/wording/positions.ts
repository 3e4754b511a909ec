import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';
import { unquoted } from '../words.ts';

/** W-20: nothing points to an option by its place, letter or colour. */
export const positions = itemRule({
	id: 'W-20',
	level: 'warning',
	wants: 'No text points to an option by place, letter or colour: options are shuffled, and may be heard.',
	source: 'ours',
	needs: 'language',
	check: (item, { language }) =>
		itemTexts(item).all.flatMap(({ path, text: written }) => {
			const text = unquoted(written);
			const words = language?.positions.map((pattern) => pattern.exec(text)?.[0]).find((word) => word);
			if (words === undefined) return [];
			return [
				{ path, message: `“${words}” points to a place, a letter or a colour`, fix: 'Name what is meant.' }
			];
		})
});
