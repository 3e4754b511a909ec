import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { openLibrary, type CurrentLibrary } from '#lib/bank/current-library.server.ts';
import { BrokenBanks, describeUnavailable } from '#lib/bank/problem.ts';
import { watchLibrary } from '#lib/bank/watch.server.ts';
import { CannotOpenStores } from '#lib/server/database/faults.ts';
import { openExams } from '#lib/server/exam/open-exams.ts';
import { openFigures } from '#lib/server/figures.ts';
import { openLive } from '#lib/server/live/live.ts';
import { openBus } from '#lib/server/open-bus.ts';
import { findSecret, UnsoundSecret } from '#lib/server/secret.ts';
import type { BuiltForPackages, Services } from '#lib/server/services.ts';

import type { Configuration } from './configuration.ts';
import { CannotStart } from './handler.ts';

/** Everything that a process serves from, made once. */
export interface Composition {
	/** The courses, which can be replaced while they are served. */
	library: CurrentLibrary;
	/** What a request that comes now is answered from. */
	services: () => Services;
	/** Tells those who wait for news of a class to come back later, such as to another process; all else goes on. */
	dismiss: () => Promise<void>;
	/** Closes everything, once what was acknowledged has been written. */
	close: () => Promise<void>;
}

/** Options of the process. */
export interface Manner {
	/** Read the library again whenever a file of it is saved. */
	isWatched: boolean;
	/** Go on even if no course can be served, for instance while an author is correcting one. */
	mayBeEmpty: boolean;
}

/** How long open work may take to finish, in milliseconds, before it is given up. */
const PATIENCE = 5000;

/**
 * Makes everything that is served from: finds the secret, reads the library, and opens the store of exams and the bus.
 * A course with a broken file is left out and reported.
 *
 * @throws {CannotStart} when the secret is unsound, no course can be served, or the store of exams cannot be
 * opened
 */
export async function compose(configuration: Configuration, manner: Manner): Promise<Composition> {
	try {
		return await composed(configuration, manner);
	} catch (error) {
		const canBeMended = [BrokenBanks, CannotOpenStores, UnsoundSecret].some((one) => error instanceof one);
		throw canBeMended && error instanceof Error ? new CannotStart(error.message, { cause: error }) : error;
	}
}

async function composed(
	configuration: Configuration,
	{ isWatched, mayBeEmpty }: Manner
): Promise<Composition> {
	const { bus: over, classPupils, data, databaseUrls, keepDays, measures, questions } = configuration;
	const { secret: given, embedOrigins: embeddedBy, origin } = configuration;
	const say = (words: string): void => console.warn(words);
	const { secret, notes } = findSecret(given, data);
	notes.forEach(say);
	const library = await openLibrary(questions, mayBeEmpty);
	const { exams, stores, state, close } = await openExams({
		data,
		databaseUrls,
		keepDays,
		library: () => library.now,
		say
	});
	const bus = await openBus({ bus: over, databaseUrl: databaseUrls[0] }, say);
	const live = openLive({
		...{ stores, bus, library: () => library.now },
		...{ secret, keepDays, mostPupils: classPupils },
		...{ now: Date.now, ticks: () => performance.now() }
	});
	const figures = measures
		? await openFigures({
				streams: () => live.streams.count,
				classes: () => live.classes.count,
				isBusWell: bus.isWell
			})
		: undefined;
	const { problems, unavailable } = library.now;
	if (problems.length > 0) console.error(describeUnavailable(unavailable, problems));
	const leave = isWatched ? watchLibrary(library, console.log) : () => undefined;
	return {
		library,
		services: () => {
			const { now } = library;
			const graded = exams.gradedBy(({ primer }) => now.inAllLanguages(primer.id));
			return {
				...{ library: now, isWatched, bus, live, exams: graded, keepDays, secret, figures },
				...{ embeddedBy, origin },
				builtForPackages,
				storesState: state
			};
		},
		dismiss: () => live.classes.dismiss(),
		close: () => {
			leave();
			// What the store was still to keep is told of as well.
			return inTime(live.classes.close().then(close).finally(bus.close));
		}
	};
}

/** Where the build leaves the files of the client. */
const BUILT = new URL('../../build/client/', import.meta.url);

async function builtForPackages(players: readonly string[]): Promise<BuiltForPackages> {
	const found = players.map((name) => new URL(name, BUILT)).find((url) => existsSync(url));
	if (!found) throw new Error(`None of these was built: ${players.join(', ')}.`);
	const read = (url: URL) => readFile(url, 'utf8');
	const [player, notices] = await Promise.all([read(found), read(new URL('notices.txt', BUILT))]);
	return { player, notices };
}

/** Waits until something has finished, but not for ever, and reports what went wrong. */
async function inTime(finishing: Promise<void>): Promise<void> {
	const { promise: late, resolve: giveUp } = Promise.withResolvers<'late'>();
	const timer = setTimeout(() => giveUp('late'), PATIENCE);
	const end = await Promise.race([finishing, late]).catch((error: unknown) => console.error(error));
	clearTimeout(timer);
	if (end === 'late') console.error('Something did not finish in time, and was given up.');
}
