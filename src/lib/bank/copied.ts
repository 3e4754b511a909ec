/** Fewer prove nothing: an author may have renamed them. */
const FEWEST = 3;

/** If fewer than this share of the ids exist here, whatever names them belongs to another course. */
const SHARE = 0.25;

/**
 * Whether a lock or a translation, which names items by their ids, belongs to another course because hardly
 * any of them are here. That happens when a course began as a copy of another.
 *
 * @param ids those that it names
 * @param has whether this course has an item of that id
 */
export function isOfAnother(ids: readonly unknown[], has: (id: unknown) => boolean): boolean {
	return ids.length >= FEWEST && ids.filter(has).length < SHARE * ids.length;
}
