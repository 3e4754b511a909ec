import { Library } from '#lib/bank/library.server.ts';
import { busInProcess } from '#lib/server/bus/in-process.ts';
import { classesInMemory } from '#lib/server/classes/memory.ts';
import { Exams } from '#lib/server/exam/exams.ts';
import { openLive } from '#lib/server/live/live.ts';
import type { Services } from '#lib/server/services.ts';
import { sittingsInMemory } from '#lib/server/sittings/memory.ts';

/** What requests are answered from in tests where neither courses nor exams matter. */
export function emptyServices(): Services {
	const library = new Library('', { courses: [], unavailable: [], problems: [] });
	const secret = 'only for tests, which sign nothing';
	const bus = busInProcess(console.error);
	return {
		library,
		isWatched: false,
		bus,
		live: openLive({
			...{ stores: classesInMemory(), bus, library: () => library },
			...{ secret, keepDays: 30, mostPupils: 100, now: Date.now, ticks: Date.now }
		}),
		exams: new Exams({ sittings: sittingsInMemory(), now: Date.now }),
		embeddedBy: [],
		origin: undefined,
		builtForPackages: () => Promise.reject(new Error('Nothing is built.')),
		keepDays: 30,
		secret,
		storesState: () => Promise.resolve('ok'),
		figures: undefined
	};
}
