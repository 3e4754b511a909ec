import { findItem, type Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import type { Fact } from '#lib/bank/primer.ts';
import { seedAfter } from '#lib/chance/new-seed.ts';
import { writeOptions } from '#lib/quiz/options.ts';
import type { AddressNotice } from '#lib/quiz/address-notice.ts';
import { offerOf } from '#lib/quiz/offer.ts';
import { DEFAULT_COUNT, OUTCOMES_COUNT, setForm } from '#lib/quiz/set-form.ts';
import { withSeed } from '#lib/quiz/with-seed.ts';
import { deckOf } from '#lib/review/faces.ts';

import { readSheetOptions, writeSheetOptions, type SheetOptions } from './sheet-options.ts';

/** What is to be printed, drawn and ready. */
export interface Sheet {
	options: SheetOptions & { seed: string };
	/** The items of a worksheet, in the order in which a quiz of the same options and seed asks them. */
	items: Item[];
	/** The facts that cards are made of. */
	facts: Fact[];
	notices: AddressNotice[];
	/**
	 * The query that makes the same again, starting with `?`; unchanged if something in it could not be used,
	 * so that the notice stays.
	 */
	address: string;
	/** The query that makes the same worksheet without its key, for a pupil to open. */
	questions: string;
	/** The query of the quiz that asks the same. */
	quiz: string;
	/** The query that draws other items in the same way. */
	another: string;
}

/**
 * Draws what an address asks for, as the quiz of the same address would.
 *
 * @param seed used unless the address names one
 */
export function sheetOf(bank: Bank, query: URLSearchParams, seed: string): Sheet {
	const read = readSheetOptions(query, offerOf(bank));
	const byDefault = read.options.over ? OUTCOMES_COUNT : DEFAULT_COUNT;
	const count = read.options.count ?? (read.options.items ? null : Math.min(byDefault, bank.items.length));
	const quiz = { ...read.options, count, behaviour: 'practice' as const, minutes: null, extraTime: 1 };
	const { form, notices } = setForm(bank, quiz, seed);
	const options = { ...read.options, count, seed: form.seed };
	const isWorksheet = options.make === 'worksheet';
	const { make: _make, keying: _keying, paper: _paper, ...asked } = options;
	return {
		options,
		items: form.items.flatMap((id) => findItem(bank, id) ?? []),
		facts: deckOf(bank.primer.facts, options.points),
		notices: [...read.notices, ...(isWorksheet ? notices : [])],
		address: read.notices.length === 0 ? writeSheetOptions(options) : withSeed(query, form.seed),
		questions: writeSheetOptions({ ...options, keying: 'without' }),
		quiz: writeOptions(asked),
		another: writeSheetOptions({ ...options, seed: seedAfter(form.seed) })
	};
}
