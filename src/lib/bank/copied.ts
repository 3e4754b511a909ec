/** Fewer tell nothing: an author may have renamed them. */
const FEWEST = 3;

/** The share of ids below which what names them belongs to another course. */
const SHARE = 0.25;

/**
 * Whether what names items by their ids, such as a lock or a translation, belongs to another course: hardly any of them
 * is here. That is so where a course began as a copy of another.
 *
 * @param ids those that it names
 * @param has whether this course has an item of that id
 */
export function isOfAnother(ids: readonly unknown[], has: (id: unknown) => boolean): boolean {
	return ids.length >= FEWEST && ids.filter(has).length < SHARE * ids.length;
}
