import type { AttemptKeeping, AttemptPlace } from '#lib/player/host.ts';

import { KEPT_BY_FRAMES } from './kept-before.ts';

/** What is needed of the storage of a page. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Where a frame keeps its attempts. */
export interface KeptAttempts extends Pick<AttemptKeeping, 'open'> {
	/** The address of the attempt that goes on, of those at a quiz that each learner gets a draw of; undefined if none does. */
	underWay: (quiz: string) => string | undefined;
	/** Deletes an attempt, as if it had never begun. */
	forget: (id: string) => void;
}

/** How many attempts are kept; then those that were changed longest ago go. */
const MOST = 40;

/** What is kept of an attempt. */
interface Kept {
	revision: number;
	/** Milliseconds since 1970. */
	at: number;
	/** The quiz that it is a draw of, and the address where it goes on; absent once it is over. */
	quiz?: string;
	address?: string;
	value: unknown;
}

/**
 * Keeps the attempts in a frame apart from all else that the device keeps, for as long as the browser lets it. In somebody
 * else’s page nobody expects that an answer counts in their own studies, nor that it shows in another page.
 *
 * @param shelf the storage of the page; it may throw, as in a sandbox, and then attempts last as long as the page
 * @param quizOf the quiz that an attempt is a draw of, by the attempt’s address
 */
export function keptAttempts(shelf: () => Shelf, quizOf: (address: string) => string): KeptAttempts {
	const usable = whatIsUsable(shelf);
	const place = usable ?? inMemory();
	const keyOf = (id: string): string => `${KEPT_BY_FRAMES} ${id}`;
	const asideOf = (id: string): string => `${KEPT_BY_FRAMES}-aside ${id}`;
	const read = (id: string): Kept | undefined => keptIn(place.getItem(keyOf(id)));
	const later = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);

	const attempts: AttemptPlace = {
		lasting: usable !== undefined,
		load: (id) => later(() => read(id)?.value),
		revision: (id) => later(() => read(id)?.revision),
		save: (record, revision, known) =>
			later(() => {
				if (read(record.id)?.revision !== known) return false;
				const { address, id, outcome, updatedAt: at } = record;
				const open = outcome === null && { address, quiz: quizOf(address) };
				const kept: Kept = { revision, at, ...open, value: record };
				place.setItem(keyOf(id), JSON.stringify(kept));
				makeRoom(place);
				return true;
			}),
		setAside: (id) =>
			later(() => {
				const value = read(id)?.value;
				if (value !== undefined) place.setItem(asideOf(id), JSON.stringify({ value }));
				place.removeItem(keyOf(id));
			}),
		loadSetAside: (id) => later(() => parsedIn(place.getItem(asideOf(id)))?.['value']),
		removeSetAside: (id) => later(() => place.removeItem(asideOf(id)))
	};
	return {
		open: () => Promise.resolve(attempts),
		underWay: (quiz) =>
			keysOf(place)
				.flatMap((key) => keptIn(place.getItem(key)) ?? [])
				.filter((kept) => kept.quiz === quiz)
				.sort((one, other) => other.at - one.at)[0]?.address,
		forget: (id) => place.removeItem(keyOf(id))
	};
}

/** The storage, if something can be kept there; even to look may be forbidden. */
function whatIsUsable(shelf: () => Shelf): Shelf | undefined {
	try {
		const found = shelf();
		found.setItem(`${KEPT_BY_FRAMES}?`, '');
		found.removeItem(`${KEPT_BY_FRAMES}?`);
		return found;
	} catch {
		return undefined;
	}
}

function keysOf(shelf: Shelf): string[] {
	return Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '').filter((key) =>
		key.startsWith(`${KEPT_BY_FRAMES} `)
	);
}

function makeRoom(shelf: Shelf): void {
	const keys = keysOf(shelf);
	if (keys.length <= MOST) return;
	const ages = keys.map((key) => ({ key, at: keptIn(shelf.getItem(key))?.at ?? 0 }));
	for (const { key } of ages.sort((one, other) => other.at - one.at).slice(MOST)) shelf.removeItem(key);
}

/** What is kept, as far as it is what we write; the attempt in it is checked where it is replayed. */
function keptIn(text: string | null): Kept | undefined {
	const kept = parsedIn(text);
	if (!kept || !('value' in kept)) return undefined;
	const { revision, at, quiz, address, value } = kept;
	return {
		revision: typeof revision === 'number' ? revision : 0,
		at: typeof at === 'number' ? at : 0,
		// It becomes the address of the frame.
		...(typeof quiz === 'string' &&
			typeof address === 'string' &&
			/^\?[^\s#]*$/.test(address) && { quiz, address }),
		value
	};
}

function parsedIn(text: string | null): Record<string, unknown> | undefined {
	try {
		const found: unknown = JSON.parse(text ?? 'null');
		return typeof found === 'object' && found !== null ? { ...found } : undefined;
	} catch {
		return undefined;
	}
}

function inMemory(): Shelf {
	const kept = new Map<string, string>();
	return {
		get length() {
			return kept.size;
		},
		key: (index) => [...kept.keys()][index] ?? null,
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	};
}
