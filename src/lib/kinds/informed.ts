import { squeeze } from './fold.ts';
import type { Added, Typed } from './accept.ts';

/** What a bank tells its items, since their scorers need it. */
export interface About {
	/** The language of the item, as a tag. */
	language: string;
	/** What goes with each typed answer of the item. */
	added: (typed: Pick<Typed, 'accept' | 'slips'>) => Added;
}

/** Of a kind whose scorer needs nothing of the bank, and to whose answers a language makes no difference. */
export function unchanged<Item>(item: Item): Item {
	return item;
}

/** A typed answer that takes the forms of its other versions too, but for those that it knows itself. */
export function withForms<T extends Typed>(typed: T, versions: readonly Typed[]): T {
	const here = new Set([...typed.accept, ...typed.wrong.map(({ text }) => text)].map(squeeze));
	const others = new Set(versions.flatMap(({ accept }) => accept));
	const elsewhere = [...others].filter((form) => !here.has(squeeze(form)));
	return elsewhere.length === 0 ? typed : { ...typed, elsewhere };
}
