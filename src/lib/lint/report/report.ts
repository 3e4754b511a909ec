import type { Bank } from '#lib/bank/bank.ts';
import type { Primer } from '#lib/bank/primer.ts';
import type { Edition } from '#lib/bank/translation/check-translation.ts';

import { blindResults, type BlindResult } from '../bank/blind.ts';
import { chanceOf, mean } from '../bank/chance.ts';
import { keyPlaces } from '../bank/key-place.ts';
import { difficultyShares, levelShares, type Share } from '../bank/mix.ts';
import { languageOf } from '../languages/index.ts';
import type { Linted } from '../lint.ts';
import { english, type ReportWords } from './words.ts';

/** What the report shows of a bank in another language. */
export type ReportedEdition = Pick<Edition, 'bank' | 'missing'> & { linted: Linted };

/** Everything that the report shows of a bank. */
export interface Report {
	bank: Bank;
	linted: Linted;
	levels: Share[];
	difficulties: Share[];
	keyPlaces: { options: number; counts: number[] }[];
	blind: BlindResult[];
	/** The expected score of random answers over the whole bank. */
	chance: number;
	translations: readonly ReportedEdition[];
	/**
	 * Whether findings quote the items: what the rules say often tells which option is right, and why. Without it the report
	 * says which rule found something at which item.
	 */
	quotes: boolean;
	/** The address of the same report with its quotations, if it has none. */
	withQuotes?: string;
	words: ReportWords;
	/**
	 * The primer in the language of the words, whose titles stand for codes, for readers who do not have its files; if it is
	 * left out, facts are named as the files name them.
	 */
	names?: Primer;
	/** Where the page of the primer is, if the report is served beside it. */
	home?: string;
	/** The pages beside it, if it is served among others. */
	ways?: Ways;
}

/** The way from a report to the pages beside it. */
export interface Ways {
	/** What they are called together. */
	label: string;
	/** The report itself is the one that is here. */
	pages: readonly { words: string; address: string; isHere: boolean }[];
}

/** What the report shows of a bank and of what the rules found in it. */
export function reportOf(
	bank: Bank,
	linted: Linted,
	{
		translations = [],
		quotes = true,
		withQuotes,
		words = english,
		names,
		home,
		ways
	}: Partial<
		Pick<Report, 'translations' | 'quotes' | 'withQuotes' | 'words' | 'names' | 'home' | 'ways'>
	> = {}
): Report {
	return {
		bank,
		linted,
		levels: levelShares(bank),
		difficulties: difficultyShares(bank),
		keyPlaces: keyPlaces(bank),
		blind: blindResults(bank, languageOf(bank.primer.language)),
		chance: mean(bank.items.map(chanceOf)),
		translations,
		quotes,
		words,
		...(withQuotes !== undefined && { withQuotes }),
		...(names && { names }),
		...(home !== undefined && { home }),
		...(ways && { ways })
	};
}
