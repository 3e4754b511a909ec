import { Library } from '#lib/bank/library.server.ts';
import { busInProcess } from '#lib/server/bus/in-process.ts';
import { Exams } from '#lib/server/exam/exams.ts';
import type { Services } from '#lib/server/services.ts';
import { sittingsInMemory } from '#lib/server/sittings/memory.ts';

/** What requests are answered from in tests where neither courses nor exams matter. */
export function emptyServices(): Services {
	return {
		library: new Library('', { courses: [], unavailable: [], problems: [] }),
		isWatched: false,
		bus: busInProcess(console.error),
		exams: new Exams({ sittings: sittingsInMemory(), now: Date.now }),
		keepDays: 30,
		secret: 'only for tests, which sign nothing',
		isStoreWell: () => Promise.resolve(true)
	};
}
