import type { AttemptKeeping, AttemptPlace } from '#lib/player/host.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';

import type { Keeping, Platform } from './platform/platform.ts';

/**
 * The place of one attempt with a platform, as the player asks for it.
 *
 * @param kept what the platform has of it, if the quiz goes on from there
 */
export function attemptsWith(platform: Platform, kept: AttemptRecord | undefined): AttemptKeeping {
	let now: { record: AttemptRecord; revision: number } | undefined = kept && { record: kept, revision: 1 };
	let keeping: Keeping = 'kept';
	platform.watch((state) => (keeping = state));
	const place: AttemptPlace = {
		get lasting() {
			return keeping !== 'refused';
		},
		load: (id) => Promise.resolve(now?.record.id === id ? now.record : undefined),
		revision: () => Promise.resolve(now?.revision),
		save(record, revision) {
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
