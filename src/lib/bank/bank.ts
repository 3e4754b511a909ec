import type { Guide } from './guide.ts';
import type { Item } from './item.ts';
import type { Fact, NamedFact, Primer } from './primer.ts';

/** A primer with all its items, in one language: one folder of files, read and checked. */
export interface Bank {
	primer: Primer;
	items: Item[];
	/** The languages in which the bank exists, that of the original first. */
	languages: string[];
	/** How to make lessons of it, where its author says so. */
	guide?: Guide;
	/** The ids of items that are gone for good, of which the checker alone has to know. */
	retired?: string[];
}

/** The item of that id. */
export function findItem(bank: { items: readonly Item[] }, id: string): Item | undefined {
	return bank.items.find((item) => item.id === id);
}

/** The facts of each primer by their ids, found once. */
const known = new WeakMap<readonly Fact[], Map<string, Fact>>();

/** The facts an item rests on, in the item's order. */
export function factsOf({ primer: { facts } }: Bank, item: Item): Fact[] {
	const byId = known.get(facts) ?? new Map(facts.map((fact) => [fact.id, fact]));
	known.set(facts, byId);
	return item.facts.flatMap((id) => byId.get(id) ?? []);
}

/** A fact as explanations and lists show it: the cue is for its flashcard alone. */
export function withoutCue({ cue: _, ...fact }: Fact): Fact {
	return fact;
}

/** A fact by name alone, for lists that do not tell it. */
export function nameOf({ id, title }: NamedFact): NamedFact {
	return { id, ...(title !== undefined && { title }) };
}
