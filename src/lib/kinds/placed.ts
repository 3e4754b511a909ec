import type { AuthoringFault } from './kind.ts';

/** Something that may have a place in a drawing of the primer. */
interface MayBePlaced {
	place?: string;
}

/** The drawings of a primer, as far as items are placed in them. */
export interface Drawings {
	/** Undefined without a timeline. */
	events: readonly { id: string; date: string }[] | undefined;
	/** Undefined without a drawing of supporters. */
	groups: readonly { id: string; members: readonly { id: string }[] }[] | undefined;
	/** The name of the file that they are written in. */
	file: string;
}

/** For a kind that is never shown in a drawing. */
export function nothingMisplaced(): AuthoringFault[] {
	return [];
}

/** A place that a drawing does not have. */
export function unknownPlace(
	{ file }: Drawings,
	path: AuthoringFault['path'],
	message: string
): AuthoringFault {
	return { path, message, fix: `Name one that is in ${file}, or leave “place” out everywhere in the item.` };
}

/** Whether everything in a list has a place in a drawing. */
export function isPlaced(list: readonly MayBePlaced[]): boolean {
	return list.length > 0 && list.every(({ place }) => place !== undefined);
}

/**
 * Faults of an item of which only some parts have a place in a drawing, or two of which have the same: an event of a
 * timeline, or a group, can only be one of them.
 *
 * @param categories what the elements are sorted into, if they are
 */
export function halfPlaced({
	elements,
	categories = []
}: {
	elements: readonly MayBePlaced[];
	categories?: readonly MayBePlaced[];
}): AuthoringFault[] {
	const lists = Object.entries({ categories, elements });
	const all = lists.flatMap(([list, parts]) => parts.map(({ place }, index) => ({ list, index, place })));
	const without = all.find(({ place }) => place === undefined);
	if (!without) return sharedPlaces(categories.length > 0 ? { categories } : { elements });
	if (all.every(({ place }) => place === undefined)) return [];
	return [
		{
			path: [without.list, without.index],
			message: 'has no “place”, and other parts of the item have one',
			fix: 'Name its place in the drawing, or leave “place” out everywhere.'
		}
	];
}

function sharedPlaces(lists: Record<string, readonly MayBePlaced[]>): AuthoringFault[] {
	return Object.entries(lists).flatMap(([list, parts]) =>
		parts.flatMap(({ place }, index) =>
			parts.findIndex((other) => other.place === place) === index
				? []
				: [
						{
							path: [list, index, 'place'],
							message: `the place “${place}” is taken already`,
							fix: 'Give each a place of its own in the drawing, or leave “place” out everywhere.'
						}
					]
		)
	);
}
