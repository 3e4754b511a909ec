import type { Item } from '#lib/bank/item.ts';

import type { Language } from '../languages/language.ts';
import { emphasised, itemTexts } from '../item-texts.ts';
import { itemRule, type Finding, type Rule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';
import { findPhrase, unquoted, wordsAsWritten, wordsOf } from '../words.ts';

/** The negation of a question; a statement to judge, or a passage to complete, may have one. */
function negativeStem(item: Item, language: Language): string | undefined {
	const { verdict, stem } = itemTexts(item);
	// What a stem quotes is said by somebody else, and is not part of the question.
	return verdict === null ? language.negationIn(unquoted(stem)) : undefined;
}

/** W-03: a question is put positively; if it is not, its negation is easy to see. */
export const negativeStems: Rule = {
	id: 'W-03',
	level: 'warning',
	wants: 'A stem asks for what is so; if it must ask for what is not, the word is emphasised.',
	source: 'HDR',
	needs: 'language',
	check: ({ bank, language }) => {
		if (!language) return [];
		const negative = bank.items.flatMap((item) => {
			const word = negativeStem(item, language);
			return word === undefined ? [] : [{ item, word }];
		});
		const share = negative.length / Math.max(1, bank.items.length);
		return [
			...negative.map(({ item, word }) => found(item, word, language)),
			...(share > thresholds.negativeStems ? [tooMany(negative.length, bank.items.length)] : [])
		];
	}
};

function found(item: Item, word: string, language: Language): Finding {
	const seen = isEmphasised(item, language);
	return {
		subject: { item: item.id },
		path: ['stem'],
		message: `the stem asks by “${word}”${seen ? '' : ', which is easily overlooked'}`,
		fix: seen
			? 'Ask for what is so instead.'
			: `Ask for what is so instead, or emphasise the word: **${word}**.`
	};
}

/** Whether a negation is in capitals or emphasised: as a whole word, since “aNOTher” is not one. */
function isEmphasised(item: Item, { negations, isNegated }: Language): boolean {
	const capitals = wordsAsWritten(itemTexts(item).stem).filter((word) => word === word.toUpperCase());
	return [capitals.join(' '), emphasised(item.stem)].some(
		(text) => findPhrase(text, negations) !== undefined || wordsOf(text).some(isNegated)
	);
}

function tooMany(negative: number, all: number): Finding {
	return {
		subject: 'primer',
		path: [],
		message: `${negative} of ${all} stems are negative, more than ${thresholds.negativeStems * 100} %`,
		fix: 'Ask some of them positively.'
	};
}

/** W-04: no negative option under a negative stem. */
export const doubleNegatives = itemRule({
	id: 'W-04',
	level: 'warning',
	wants: 'No option is negative where the stem is.',
	source: 'HDR',
	needs: 'language',
	check: (item, { language }) => {
		if (!language || negativeStem(item, language) === undefined) return [];
		return itemTexts(item).sets.flatMap(({ options }) =>
			options
				.filter(({ text }) => language.negationIn(unquoted(text)) !== undefined)
				.map(({ text, path }) => ({
					path,
					message: `“${text}” is a negative answer to a negative question`,
					fix: 'Put the question or the option positively.'
				}))
		);
	}
});
