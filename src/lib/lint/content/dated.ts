import type { Item } from '#lib/bank/item.ts';
import type { Bank } from '#lib/bank/bank.ts';
import { factsOf } from '#lib/bank/bank.ts';

import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';
import { findPhrase } from '../words.ts';
import { alsoOfCues } from './cues.ts';

/** C-01: what was true on the day of the source is asked as of that day. */
export const asOfMarker = alsoOfCues(
	itemRule({
		id: 'C-01',
		level: 'error',
		wants:
			'An item on a fact that was true as of a day says so, in “asOf” or in its stem; a cue in its words.',
		source: 'ours',
		needs: 'wording',
		check: (item, { bank }) => {
			const fact = factsOf(bank, item).find(({ status }) => status === 'as-of');
			if (!bank.primer.wording || !fact || isDated(item, bank)) return [];
			return [
				{
					path: ['stem'],
					message: `${fact.id} was true as of ${bank.primer.source.date}, and the stem does not say as of when it asks`,
					fix: `Write “asOf: ${bank.primer.source.date}” in the item, or say in the stem according to whom it asks.`
				}
			];
		}
	}),
	({ fact, text, primer }) => {
		if (fact.status !== 'as-of' || !primer.wording) return undefined;
		if (findPhrase(text, primer.wording.asOf) !== undefined) return undefined;
		return {
			message: `this was true as of ${primer.source.date}, and the cue does not say as of when it asks`,
			fix: 'Name the day, or say according to whom it asks.'
		};
	}
);

/**
 * Whether an item says as of when, or according to whom, it asks. The interface shows `asOf` with the stem.
 */
function isDated(item: Item, { primer }: Bank): boolean {
	return item.asOf !== undefined || findPhrase(asked(item), primer.wording?.asOf ?? []) !== undefined;
}

/** What is read before the options: the case or document that it asks about, and its stem. */
function asked(item: Item): string {
	const { stimulus, stem } = itemTexts(item);
	return `${stimulus} ${stem}`;
}

/** C-04: no stem speaks of a present that will pass. */
export const volatilePresent = itemRule({
	id: 'C-04',
	level: 'warning',
	wants: 'No stem says “now” or “currently” without the day that it speaks of.',
	source: 'ours',
	needs: 'language',
	check: (item, { language, bank }) => {
		const word = findPhrase(itemTexts(item).stem, language?.volatile ?? []);
		if (word === undefined || isDated(item, bank)) return [];
		return [
			{
				path: ['stem'],
				message: `“${word}” will not be true for long`,
				fix: `Name the day, or write “asOf: ${bank.primer.source.date}”.`
			}
		];
	}
});

/** C-02: an opinion is asked for as an opinion. */
export const attribution = alsoOfCues(
	itemRule({
		id: 'C-02',
		level: 'warning',
		wants: 'An item on an opinion says in its stem whose it is, and so does a cue.',
		source: 'ours',
		needs: 'wording',
		check: (item, { bank }) => {
			const fact = factsOf(bank, item).find(({ status }) => status === 'opinion');
			const phrases = bank.primer.wording?.attribution;
			if (!fact || !phrases || findPhrase(asked(item), phrases) !== undefined) return [];
			return [
				{
					path: ['stem'],
					message: `${fact.id} is an opinion, and the stem does not say whose`,
					fix: 'Ask what the author says of it, or what the source says.'
				}
			];
		}
	}),
	({ fact, text, primer }) => {
		if (fact.status !== 'opinion' || !primer.wording) return undefined;
		if (findPhrase(text, primer.wording.attribution) !== undefined) return undefined;
		return {
			message: 'this is an opinion, and the cue does not say whose',
			fix: 'Ask what the author says of it, or what the source says.'
		};
	}
);
