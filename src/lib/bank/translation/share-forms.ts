import { shared, type KindName } from '#lib/kinds/index.ts';

import type { Bank } from '../bank.ts';
import { isItemOf, type Item, type ItemOf } from '../item.ts';

/**
 * Lets every edition of a bank accept what is typed in another of its languages: a learner may switch
 * language after answering an item, and the answer is then scored again.
 */
export function shareForms(banks: readonly Bank[]): Bank[] {
	if (banks.length < 2) return [...banks];
	const versions = Map.groupBy(
		banks.flatMap(({ items }) => items),
		({ id }) => id
	);
	return banks.map((bank) => ({
		...bank,
		items: bank.items.map((item) => sharing(item, versions.get(item.id) ?? []))
	}));
}

function sharing<K extends KindName>(item: ItemOf<K>, versions: readonly Item[]): ItemOf<K> {
	const others = versions.flatMap((other) => (isItemOf(other, item.kind) ? [other.interaction] : []));
	return { ...item, interaction: shared(item, others) };
}
