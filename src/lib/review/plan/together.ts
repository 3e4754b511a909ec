import type { ItemOutline } from '../outline.ts';

/** Items that are asked one after the other: those about one stimulus, so that it is read once, or one alone. */
export type Unit<T> = [T, ...T[]];

/**
 * Puts items that ask about one stimulus next to one another, in the order of their file.
 *
 * @param all the items of the course, in the order of its files
 * @returns the items as they are asked together, each unit where the first of its items stands
 */
export function together<T extends Pick<ItemOutline, 'id' | 'stimulus'>>(
	items: readonly T[],
	all: readonly Pick<ItemOutline, 'id'>[]
): Unit<T>[] {
	const units = new Map<unknown, Unit<T>>();
	for (const item of items) {
		const unit = item.stimulus === undefined ? undefined : units.get(item.stimulus);
		if (unit) unit.push(item);
		else units.set(item.stimulus ?? item, [item]);
	}
	const place = new Map(all.map(({ id }, index) => [id, index]));
	for (const unit of units.values())
		unit.sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
	return [...units.values()];
}
