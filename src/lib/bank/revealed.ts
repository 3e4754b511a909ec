import { factsOf, findItem, withoutCue, type Bank } from './bank.ts';
import type { Item } from './item.ts';
import { picturesFor, type Pictures } from './pictures.ts';
import type { Fact } from './primer.ts';

/** Items with their keys, the facts they rest on, and the drawings that they point into. */
export interface Revealed {
	items: Item[];
	facts: Fact[];
	pictures: Pictures;
}

/** Items of a bank with all that may be shown once they are answered. */
export function revealed(bank: Bank, items: Item[]): Revealed {
	const facts = [...new Set(items.flatMap((item) => factsOf(bank, item)))];
	return { items, facts: facts.map(withoutCue), pictures: picturesFor(bank.primer, items) };
}

/** The items that an address names (`?ids=one,two`), each once, however often it is named. */
export function idsAt({ searchParams }: URL): string[] {
	return [...new Set(searchParams.get('ids')?.split(','))];
}

/**
 * What an address asks for by naming items (`?ids=one,two`). An id that the bank does not have is skipped.
 */
export function revealedAt(bank: Bank, url: URL): Revealed {
	return revealed(
		bank,
		idsAt(url).flatMap((id) => findItem(bank, id) ?? [])
	);
}
