import type { AttemptKeeping, AttemptPlace } from '#lib/player/host.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';

import type { Keeping, Platform } from './platform/platform.ts';

/**
 * The place of one attempt with a platform, as the player asks for it.
 *
 * @param kept what the platform has of it, if the quiz goes on from there
 */
export function attemptsWith(platform: Platform, kept: AttemptRecord | undefined): AttemptKeeping {
	let now: { record: unknown; revision: number } | undefined = kept && { record: kept, revision: 1 };
	let keeping: Keeping = 'kept';
	platform.watch((state) => (keeping = state));
	const hear = (): void => {
		const record = platform.news?.();
		if (record !== undefined) now = { record, revision: (now?.revision ?? 0) + 1 };
	};
	const place: AttemptPlace = {
		get lasting() {
			return keeping !== 'refused';
		},
		load: () => Promise.resolve(now?.record),
		revision() {
			hear();
			return Promise.resolve(now?.revision);
		},
		save(record, revision, known) {
			hear();
			if (now?.revision !== known) return Promise.resolve(false);
			now = { record, revision };
			platform.keep(record);
			return Promise.resolve(true);
		},
		// A platform keeps one attempt. The next save takes the place of one that cannot go on.
		setAside: () => Promise.resolve(void (now = undefined)),
		loadSetAside: () => Promise.resolve(undefined),
		removeSetAside: () => Promise.resolve()
	};
	return { mayHold: () => Promise.resolve(kept !== undefined), open: () => Promise.resolve(place) };
}
