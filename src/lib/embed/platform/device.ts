import { newSeed } from '#lib/chance/new-seed.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';

import { OF_ELEMENTS } from './element-key.ts';
import type { Keeping, Platform } from './platform.ts';

/** The device of the learner as a platform: it keeps one attempt, and nobody is told of it. */
export interface DevicePlatform extends Platform {
	/** Deletes what is kept. */
	forget: () => void;
	/** Whether what is kept outlasts the page. */
	readonly isLasting: boolean;
	news: () => unknown;
}

/** How many attempts of elements are kept; then those that were changed longest ago go. */
const MOST = 40;

/** What pages whose browser denies storage keep until they are left, by key. */
const onPage = new Map<string, AttemptRecord>();

/**
 * Keeps an attempt in the browser’s storage, or else as long as the page is open.
 *
 * @param key names the attempt among all that pages of this site keep
 * @param lasting false keeps nothing for longer than the page: on a device that many share
 */
export function keptOnDevice(key: string, { lasting = true } = {}): DevicePlatform {
	const storage = lasting ? storageHere() : undefined;
	const listeners = new Set<(keeping: Keeping) => void>();
	let keeping: Keeping = storage || !lasting ? 'kept' : 'refused';
	const became = (now: Keeping): void => {
		if (keeping !== now) for (const listener of listeners) listener(now);
		keeping = now;
	};
	/** What this page last saw in the storage. */
	let seen: string | null | undefined;
	const look = () => (seen = attempt(() => storage?.getItem(key)));
	const read = () => attempt((): unknown => JSON.parse(seen ?? ''));
	return {
		mode: 'normal',
		isLasting: storage !== undefined,
		async resume() {
			const here = onPage.get(key);
			// What is on this page is newer, where the storage had no room for it.
			if (!look() || here) return here;
			const { parseRecord } = await import('#lib/quiz/parse-record.ts');
			return parseRecord(read());
		},
		news() {
			const before = seen;
			return look() === before ? undefined : read();
		},
		keep(record) {
			onPage.set(key, record);
			if (!storage) return;
			if (key.startsWith(OF_ELEMENTS)) attempt(() => makeRoom(storage, key));
			// A full storage refuses; what is on the page stays.
			const text = JSON.stringify(record);
			const isKept = attempt(() => (storage.setItem(key, text), true));
			if (isKept) seen = text;
			became(isKept ? 'kept' : 'refused');
		},
		forget() {
			onPage.delete(key);
			attempt(() => storage?.removeItem(key));
		},
		answered: () => undefined,
		finished: () => undefined,
		leave: () => undefined,
		watch(listener) {
			listeners.add(listener);
			listener(keeping);
			return () => listeners.delete(listener);
		}
	};
}

/** Deletes the oldest attempts of elements, before another comes that is not kept yet. */
function makeRoom(storage: Storage, coming: string): void {
	if (storage.getItem(coming) !== null) return;
	const keys = Object.keys(storage).filter((key) => key.startsWith(OF_ELEMENTS));
	if (keys.length < MOST) return;
	const ages = keys.map((key) => ({ key, at: changedAt(storage.getItem(key)) }));
	for (const { key } of ages.sort((one, other) => other.at - one.at).slice(MOST - 1)) storage.removeItem(key);
}

/** When an attempt was changed: milliseconds since 1970; 0 for what is none. */
function changedAt(text: string | null): number {
	const record = attempt((): unknown => JSON.parse(text ?? 'null'));
	const at: unknown = record instanceof Object ? Reflect.get(record, 'updatedAt') : undefined;
	return typeof at === 'number' ? at : 0;
}

/** The storage of the site; undefined where even asking for it throws, as in a frame without an origin. */
function storageHere(): Storage | undefined {
	return attempt(() => {
		// The storage is the host page’s own: what it keeps under any key stays as it is.
		const probe = `five-points-quiz? ${newSeed()}`;
		localStorage.setItem(probe, '');
		localStorage.removeItem(probe);
		return localStorage;
	});
}

/** What a function returns; undefined if it throws. */
function attempt<T>(run: () => T): T | undefined {
	try {
		return run();
	} catch {
		return undefined;
	}
}
