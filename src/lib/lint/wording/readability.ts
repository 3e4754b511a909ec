import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';

/** W-19: plain words in short sentences. */
export const readability = itemRule({
	id: 'W-19',
	level: 'warning',
	wants: 'Stem and options are not too hard to read: up to grade 14 in English, from ease 30 in French.',
	source: 'HDR',
	needs: 'language',
	check: (item, { language, bank }) => {
		if (!language) return [];
		const { stem, sets } = itemTexts(item);
		const options = sets.flatMap((set) => set.options.map(({ text }) => text));
		// Options are read one by one: each is a sentence of its own, or several.
		const texts = [stem, ...options];
		const names = bank.primer.wording?.names ?? [];
		const { measure, value, tooHard } = language.readability(texts.map((text) => without(names, text)));
		if (!tooHard) return [];
		return [
			{
				path: ['stem'],
				message: `it is hard to read (${measure} ${value})`,
				fix: 'Use shorter sentences and plainer words; list proper names under “names” in the primer.'
			}
		];
	}
});

/** A text without proper names, which nobody can make simpler. */
function without(names: readonly string[], text: string): string {
	return names
		.toSorted((a, b) => b.length - a.length)
		.reduce((rest, name) => rest.replaceAll(name, 'it'), text);
}
