import type { Bank } from '#lib/bank/bank.ts';

import type { Finding, Rule } from '../rule.ts';
import { sharedRuns, type Shingles } from '../shingles.ts';
import { textAt, textsOf, type Text } from '../texts.ts';
import { thresholds as limit } from '../thresholds.ts';
import { findPhrase, wordsOf } from '../words.ts';

/** C-07: in one's own words. */
export const copying: Rule = {
	id: 'C-07',
	level: 'error',
	wants: 'No more than seven words in a row are those of the source, outside names and quotations.',
	once: true,
	source: 'ours',
	needs: 'shingles',
	check: ({ bank, shingles }) =>
		allTexts(bank).flatMap((text) => [
			...longQuotations(text),
			...(shingles ? copies(text, bank, shingles) : [])
		])
};

function copies({ subject, path, text }: Text, { primer }: Bank, shingles: Shingles): Finding[] {
	const words = wordsOf(text);
	const runs = sharedRuns(words, shingles);
	if (runs.length === 0) return [];
	const attributed = findPhrase(text, primer.wording?.attribution ?? []) !== undefined;
	const free = new Set([
		...placesOf(primer.wording?.names ?? [], words),
		...(attributed ? placesOf(quotations(text), words) : [])
	]);
	return runs.flatMap(({ from, to }): Finding[] => {
		const run = words.slice(from, to);
		const own = run.filter((_, index) => !free.has(from + index)).length;
		if (own <= limit.sharedRun) return [];
		return [
			{
				subject,
				path,
				message: `“${run.join(' ')}” is in the source word for word`,
				fix: 'Say it in your own words; or quote it, in quotation marks, and say whose words they are.'
			}
		];
	});
}

function longQuotations({ subject, path, text }: Text): Finding[] {
	return quotations(text)
		.filter((quotation) => wordsOf(quotation).length > limit.quotedWords)
		.map((quotation) => ({
			subject,
			path,
			message: `the quotation “${quotation}” has more than ${limit.quotedWords} words`,
			fix: 'Quote the few words that matter.'
		}));
}

function quotations(text: string): string[] {
	return [...text.matchAll(/“([^“”]*)”|«([^«»]*)»/g)].map(([, curly, angle]) => curly ?? angle ?? '');
}

/** Where in a list of words some phrases are: the places of all their words. */
function placesOf(phrases: readonly string[], words: readonly string[]): number[] {
	return phrases.flatMap((phrase) => {
		const wanted = wordsOf(phrase);
		return words.flatMap((_, start) =>
			wanted.length > 0 && wanted.every((word, index) => words[start + index] === word)
				? wanted.map((_word, index) => start + index)
				: []
		);
	});
}

/** Every text of a bank that a learner reads: those of items, facts and points, the summary, and the drawings. */
function allTexts(bank: Bank): Text[] {
	const { summary, timeline, support } = bank.primer;
	return [
		...textsOf(bank),
		...textAt('primer', ['summary'], summary),
		...textAt('primer', ['timeline', 'summary'], timeline?.summary),
		...(timeline?.events ?? []).flatMap(({ text }, index) =>
			textAt('primer', ['timeline', 'events', index, 'text'], text)
		),
		...textAt('primer', ['support', 'summary'], support?.summary)
	];
}
