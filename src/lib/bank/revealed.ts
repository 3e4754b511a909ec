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

/**
 * How many characters of ids an address has at most, as they are written there: servers take none without end, and what
 * stands before them takes half as much.
 */
const MOST_CHARACTERS = 3000;

/** Ids in lists that are short enough for an address, in their order. */
export function inAddresses(ids: readonly string[]): string[][] {
	const lists: string[][] = [];
	let room = 0;
	for (const id of ids) {
		const length = encodeURIComponent(id).length + 1;
		room -= length;
		if (room >= 0) lists.at(-1)?.push(id);
		else {
			lists.push([id]);
			room = MOST_CHARACTERS - length;
		}
	}
	return lists;
}

/**
 * Gets items by id, as many at a time as an address may name.
 *
 * @param fetchSome gets some of them, in the order of their ids
 */
export async function fetchRevealed(
	ids: readonly string[],
	fetchSome: (ids: readonly string[]) => Promise<Revealed>
): Promise<Revealed> {
	const parts = await Promise.all(inAddresses(ids).map(fetchSome));
	const facts = new Map(parts.flatMap((part) => part.facts).map((fact) => [fact.id, fact]));
	return {
		items: parts.flatMap(({ items }) => items),
		facts: [...facts.values()],
		pictures: parts.reduce<Pictures>((all, { pictures }) => ({ ...all, ...pictures }), {})
	};
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
