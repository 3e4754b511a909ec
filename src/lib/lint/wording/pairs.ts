import type { Language } from '../languages/language.ts';
import type { ReadOption } from '#lib/kinds/parts.ts';
import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';

/** W-12: the key is not one of a single pair of opposites. */
export const opposites = itemRule({
	id: 'W-12',
	level: 'warning',
	wants: 'The key is not half of the one pair of opposites among the options.',
	source: 'HDR',
	needs: 'language',
	check: (item, { language }) =>
		itemTexts(item).sets.flatMap(({ options, many }) => {
			if (!language || many || options.length < 3 || options.length > 4) return [];
			const pairs = options.flatMap((one, index) =>
				options.slice(index + 1).flatMap((other) => (areOpposite(one, other, language) ? [[one, other]] : []))
			);
			const [pair] = pairs;
			if (pairs.length !== 1 || !pair?.some(({ key }) => key)) return [];
			return [
				{
					path: pair[0]?.path ?? [],
					message: `“${pair[0]?.text ?? ''}” and “${pair[1]?.text ?? ''}” are the only opposites, which reveals that one of them is right`,
					fix: 'Let two other options be opposites too, or break up the pair.'
				}
			];
		})
});

/** Whether two options differ only in a negation, or in one word and its opposite. */
function areOpposite(one: ReadOption, other: ReadOption, language: Language): boolean {
	const [here, there] = [language.words(one.text), language.words(other.text)];
	const onlyHere = here.filter((word) => !there.includes(word));
	const onlyThere = there.filter((word) => !here.includes(word));
	const apart = [...onlyHere, ...onlyThere].filter((word) => !language.negationCompanions.includes(word));
	const [only, ...more] = apart;
	if (only !== undefined && more.length === 0 && isNegation(only, language)) return true;
	return language.opposites.some((pair) => {
		const [first = '', second = ''] = [onlyHere[0], onlyThere[0]];
		return onlyHere.length === 1 && onlyThere.length === 1 && pair.includes(first) && pair.includes(second);
	});
}

function isNegation(word: string, language: Language): boolean {
	return language.negations.includes(word) || language.isNegated(word);
}
