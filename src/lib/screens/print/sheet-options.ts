import type { AddressNotice } from '#lib/quiz/address-notice.ts';
import { writeOptions, type QuizOptions } from '#lib/quiz/options.ts';
import type { Offer } from '#lib/quiz/offer.ts';
import { readOptions } from '#lib/quiz/read-options.ts';

export const makes = ['worksheet', 'cards', 'fold'] as const;
/** A worksheet; cards with their backs on pages of their own; cards to be folded over. */
export type Make = (typeof makes)[number];

export const keyings = ['without', 'with', 'only'] as const;
/** Whether a worksheet has its answer key, or is only that. */
export type Keying = (typeof keyings)[number];

export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

/** What an address asks to print: a quiz, and in which form. */
export interface SheetOptions extends Pick<
	QuizOptions,
	'over' | 'points' | 'count' | 'difficulties' | 'kinds' | 'items' | 'order' | 'seed'
> {
	make: Make;
	keying: Keying;
	paper: Paper;
}

/** Parameters that a quiz does not have. */
const OWN = ['make', 'key', 'paper'];

/** Reads what is to be printed from the query of an address, which may be that of a quiz. */
export function readSheetOptions(
	query: URLSearchParams,
	offer: Offer
): { options: SheetOptions; notices: AddressNotice[] } {
	const {
		options: { over, points, count, difficulties, kinds, items, order, seed },
		notices
	} = readOptions(query, offer, OWN);
	const options: SheetOptions = {
		...{ over, points, count, difficulties, kinds, items, order, seed },
		make: oneOf(makes, query.get('make')),
		keying: oneOf(keyings, query.get('key')),
		paper: oneOf(papers, query.get('paper'))
	};
	return { options, notices };
}

/** The query that asks for these options again: first those of the quiz, then what differs from a plain sheet. */
export function writeSheetOptions({
	make,
	keying,
	paper,
	...quiz
}: Partial<SheetOptions> & Pick<SheetOptions, 'make' | 'keying' | 'paper'>): string {
	const own = [
		['make', make, makes[0]],
		['key', keying, keyings[0]],
		['paper', paper, papers[0]]
	] as const;
	const told = own.filter(([, value, usual]) => value !== usual).map(([name, value]) => `${name}=${value}`);
	return [writeOptions(quiz), ...told].join('&').replace('?&', '?');
}

/** The named one, or the first if there is no such. */
function oneOf<T extends string>(known: readonly [T, ...T[]], named: string | null): T {
	return known.find((each) => each === named) ?? known[0];
}
