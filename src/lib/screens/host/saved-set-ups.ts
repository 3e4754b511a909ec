import { isMapping } from '#lib/text/mapping.ts';
import { parseJson } from '#lib/text/parse-json.ts';

/** A set-up that a teacher has kept on this device: its address holds all of it. */
export interface SavedSetUp {
	name: string;
	/** Of the page where classes are set up, starting with `?`. */
	query: string;
}

const KEY = 'five-points-class-set-ups';

/** How many are kept at most: the oldest go. */
const MOST = 30;

/** The set-ups that are kept on this device, the newest first; none where nothing can be read. */
export function savedSetUps(storage: Pick<Storage, 'getItem'>): SavedSetUp[] {
	try {
		const kept = parseJson(storage.getItem(KEY) ?? '[]');
		return Array.isArray(kept) ? kept.filter(isSaved) : [];
	} catch {
		return [];
	}
}

/**
 * Keeps a set-up in place of one of the same name.
 *
 * @returns all that are kept now; undefined where nothing can be kept
 */
export function saveSetUp(
	storage: Pick<Storage, 'getItem' | 'setItem'>,
	saved: SavedSetUp
): SavedSetUp[] | undefined {
	const others = savedSetUps(storage).filter(({ name }) => name !== saved.name);
	return keep(storage, [saved, ...others].slice(0, MOST));
}

/** Forgets the set-up of a name; otherwise like {@link saveSetUp}. */
export function forgetSetUp(
	storage: Pick<Storage, 'getItem' | 'setItem'>,
	name: string
): SavedSetUp[] | undefined {
	return keep(
		storage,
		savedSetUps(storage).filter((each) => each.name !== name)
	);
}

function keep(storage: Pick<Storage, 'setItem'>, all: SavedSetUp[]): SavedSetUp[] | undefined {
	try {
		storage.setItem(KEY, JSON.stringify(all));
		return all;
	} catch {
		return undefined;
	}
}

function isSaved(value: unknown): value is SavedSetUp {
	return (
		isMapping(value) &&
		typeof value['name'] === 'string' &&
		typeof value['query'] === 'string' &&
		value['query'].startsWith('?')
	);
}
