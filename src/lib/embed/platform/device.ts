import type { AttemptRecord } from '#lib/quiz/record.ts';

import type { Keeping, Platform } from './platform.ts';

/** The device of the learner as a platform: it keeps one attempt, and nobody is told of it. */
export interface DevicePlatform extends Platform {
	/** Deletes what is kept. */
	forget: () => void;
}

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
	return {
		mode: 'normal',
		async resume() {
			const here = onPage.get(key);
			if (here || !storage) return here;
			const text = attempt(() => storage.getItem(key));
			if (!text) return undefined;
			const { parseRecord } = await import('#lib/quiz/parse-record.ts');
			return parseRecord(attempt((): unknown => JSON.parse(text)));
		},
		keep(record) {
			onPage.set(key, record);
			if (!storage) return;
			// A full storage refuses; what is on the page stays.
			became(attempt(() => (storage.setItem(key, JSON.stringify(record)), true)) ? 'kept' : 'refused');
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

/** The storage of the site; undefined where even asking for it throws, as in a frame without an origin. */
function storageHere(): Storage | undefined {
	return attempt(() => {
		const probe = 'five-points';
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
