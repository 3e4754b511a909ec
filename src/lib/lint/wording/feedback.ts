import { contentWords } from '../languages/index.ts';
import type { Language } from '../languages/language.ts';
import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { jaccard, lengthOf } from '../words.ts';

/** W-21: each rationale says why. */
export const rationales = itemRule({
	id: 'W-21',
	level: 'warning',
	wants: 'Each rationale says why, in 20 letters or more, and not only that the answer is right or wrong.',
	source: 'HDR',
	check: (item, { language }) =>
		itemTexts(item)
			.rationales.filter(({ text }) => lengthOf(text) < limit.rationale || isVerdict(text, language))
			.map(({ path, text, ofDistractor }) => ({
				path,
				message: `the rationale “${text}” gives no reason`,
				fix: ofDistractor
					? 'Say what makes this answer tempting, and why it fails.'
					: 'Say why this is right.'
			}))
});

/** Whether a rationale says no more than “this answer is not correct”. */
function isVerdict(text: string, language: Language | undefined): boolean {
	return language !== undefined && contentWords(text, language).every((word) => language.verdicts.has(word));
}

/** W-22: the explanation gives a reason, at readable length. */
export const explanations = itemRule({
	id: 'W-22',
	level: 'warning',
	wants: 'The explanation has 40 to 600 letters and says more than the key.',
	source: 'FEEDBACK',
	check: (item, { language }) => {
		const { explanation, key } = itemTexts(item);
		const path = ['explanation'];
		const length = lengthOf(explanation);
		if (length < limit.explanationLeast || length > limit.explanationMost) {
			return [
				{
					path,
					message: `the explanation has ${length} letters`,
					fix: `Explain the key in ${limit.explanationLeast} to ${limit.explanationMost} letters.`
				}
			];
		}
		const overlap = jaccard(
			new Set(contentWords(explanation, language)),
			new Set(contentWords(key.join(' '), language))
		);
		if (overlap <= limit.explanationOverlap) return [];
		return [{ path, message: 'the explanation only repeats the key', fix: 'Say why the key is right.' }];
	}
});
