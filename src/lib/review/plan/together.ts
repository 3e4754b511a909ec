import type { ItemOutline } from '../outline.ts';

/**
 * Puts items that ask about one stimulus next to one another, where the first of them stands and in the order of their
 * file, so that it is read once.
 *
 * @param all the items of the course, in the order of its files
 */
export function together<T extends Pick<ItemOutline, 'id' | 'stimulus'>>(
	items: readonly T[],
	all: readonly Pick<ItemOutline, 'id'>[]
): T[] {
	if (!items.some(({ stimulus }) => stimulus !== undefined)) return [...items];
	const place = new Map(all.map(({ id }, index) => [id, index]));
	const groups = Map.groupBy(items, ({ id, stimulus }) => (stimulus === undefined ? ` ${id}` : stimulus));
	return [...groups.values()].flatMap((group) =>
		group.toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0))
	);
}
