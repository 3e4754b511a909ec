import { ANSWERS_FILE, GUIDE_FILE } from './course-files.ts';

/** Fewer prove nothing: an author may have renamed them. */
const FEWEST = 3;

/** If fewer than this share of the ids exist here, whatever names them belongs to another course. */
const SHARE = 0.25;

/** All files beside the questions that name items, and that a course keeps of the one it began as a copy of. */
const NAMING_ITEMS = [GUIDE_FILE, ANSWERS_FILE, 'items.lock.json', 'source-shingles.json'];

/**
 * What to do where something is left of another course: the same for whatever is found, so that it need be done once.
 *
 * @param folders those of translations that are left, too
 * @param otherwise what to do if the course is no copy
 */
export function remedyOfCopy(otherwise: string, folders: readonly string[] = []): string {
	const all = [...folders, ...NAMING_ITEMS];
	const listed = `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
	return `If the course began as a copy, delete ${listed}, as far as they are there. If not, ${otherwise}`;
}

/**
 * Whether a lock, a translation or anything else that names items by their ids belongs to another course because hardly
 * any of them are here. That happens when a course began as a copy of another.
 *
 * @param ids those that it names
 * @param has whether this course has an item of that id
 */
export function isOfAnother(ids: readonly unknown[], has: (id: unknown) => boolean): boolean {
	return ids.length >= FEWEST && ids.filter(has).length < SHARE * ids.length;
}
