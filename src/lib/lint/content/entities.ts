import type { Bank } from '#lib/bank/bank.ts';
import { plainText } from '#lib/text/rich.ts';

import type { Language } from '../languages/language.ts';
import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';
import { sentencesOf, wordsAsWritten, wordsOf } from '../words.ts';

const known = new WeakMap<Bank, Set<string>>();

/** C-06: names and numbers of stem and key come from the facts. */
export const entities = itemRule({
	id: 'C-06',
	level: 'warning',
	wants: 'Names and numbers in stem and key are in the primer’s facts, or among its names.',
	source: 'ours',
	needs: 'wording',
	check: (item, { bank, language }) => {
		if (!bank.primer.wording) return [];
		const words = known.get(bank) ?? wordsOfPrimer(bank, language);
		known.set(bank, words);
		const { stem, sourced } = itemTexts(item);
		const unsourced = [stem, ...sourced].flatMap(namesIn).filter((name) => !words.has(name.toLowerCase()));
		return [...new Set(unsourced)].map((name) => ({
			path: ['stem'],
			message: `“${name}” is in no fact`,
			fix: 'Add it to the fact that it belongs to, or to the primer’s names, or leave it out.'
		}));
	}
});

/** Numbers, and words with a capital that do not begin a sentence. */
function namesIn(text: string): string[] {
	// After a colon too, a capital may only mark the beginning of a label.
	return text
		.split(': ')
		.flatMap((part) => sentencesOf(part))
		.flatMap((sentence) =>
			wordsAsWritten(sentence).flatMap((word, index) =>
				piecesOf(word).filter((piece) => /\d/.test(piece) || (index > 0 && /^\p{Lu}\p{L}/u.test(piece)))
			)
		);
}

/**
 * What an apostrophe joins: a genitive ending to its name, or an elided word to the name after it, as in
 * “l’Europe”.
 */
function piecesOf(word: string): string[] {
	return word.split(/['’]/);
}

/** The words of what the primer states, and its numbers as digits too. */
function wordsOfPrimer({ primer }: Bank, language: Language | undefined): Set<string> {
	const texts = [
		primer.title,
		primer.source.title,
		primer.source.publisher,
		primer.source.author ?? '',
		primer.source.date.replaceAll('-', ' '),
		...(primer.wording?.names ?? []),
		...primer.points.flatMap(({ title, summary }) => [plainText(title), plainText(summary)]),
		...primer.facts.flatMap(({ claim, since }) => [
			plainText(claim),
			...since.flatMap(({ note, source }) => [plainText(note), source.title])
		])
	];
	const words = texts.flatMap((text) => wordsOf(text)).flatMap(piecesOf);
	const numbers = words.flatMap((word) => language?.numberWords.get(word) ?? []);
	return new Set([...words, ...numbers.map(String)]);
}
