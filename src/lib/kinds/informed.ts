import { squeeze } from './fold.ts';
import type { Added, Typed } from './accept.ts';

/** What a bank tells its items because their scorers need it. */
export interface About {
	/** The language of the item, as a tag. */
	language: string;
	/** What goes with each typed answer of the item. */
	added: (typed: Pick<Typed, 'accept' | 'slips'>) => Added;
	/** Whether the drawing of supporters shows a group of that id as one that supported it. */
	hasBacked: (group: string | undefined) => boolean;
}

/** For a kind whose scorer needs nothing from the bank and whose answers are the same in every language. */
export function unchanged<Item>(item: Item): Item {
	return item;
}

/**
 * A typed answer that also accepts the forms of its versions in other languages, except those that it lists
 * itself.
 */
export function withForms<T extends Typed>(typed: T, versions: readonly Typed[]): T {
	const here = new Set([...typed.accept, ...typed.wrong.map(({ text }) => text)].map(squeeze));
	const others = new Set(versions.flatMap(({ accept }) => accept));
	const elsewhere = [...others].filter((form) => !here.has(squeeze(form)));
	return elsewhere.length === 0 ? typed : { ...typed, elsewhere };
}
