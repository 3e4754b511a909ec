import { seeded, type Random } from '#lib/chance/random.ts';
import type { KindName, Views } from '#lib/kinds/index.ts';

import type { ItemOf, ItemViewOf } from './item.ts';
import { stimulusView } from './stimulus.ts';

/** The order in which an item shows its options: decided by the form's seed and the item, never by its place in the form. */
export function orderOf(seed: string, itemId: string): Random {
	return seeded(seed, 'order', itemId);
}

/**
 * What a learner may see of an item before answering. Fields are copied one by one: what is not named here stays
 * private.
 *
 * @param interaction the public view of the part that belongs to the item's kind
 */
export function viewOf<K extends KindName>(item: ItemOf<K>, interaction: Views[K]): ItemViewOf<K> {
	return {
		id: item.id,
		kind: item.kind,
		point: item.point,
		...(item.asOf !== undefined && { asOf: item.asOf }),
		...(item.language !== undefined && { language: item.language }),
		...(item.hint !== undefined && { hasHint: true as const }),
		...(item.stimulus && { stimulus: stimulusView(item.stimulus) }),
		stem: item.stem,
		interaction
	};
}
