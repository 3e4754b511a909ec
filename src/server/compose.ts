import { openLibrary, type CurrentLibrary } from '#lib/bank/current-library.server.ts';
import { BrokenBanks, describeUnavailable } from '#lib/bank/problem.ts';
import { watchLibrary } from '#lib/bank/watch.server.ts';
import { CannotOpenStores } from '#lib/server/database/faults.ts';
import { openExams } from '#lib/server/exam/open-exams.ts';
import { findSecret, UnsoundSecret } from '#lib/server/secret.ts';
import type { Services } from '#lib/server/services.ts';

import type { Configuration } from './configuration.ts';
import { CannotStart } from './handler.ts';

/** All that a process serves from, made once. */
export interface Composition {
	/** The courses, which can be replaced while they are served. */
	library: CurrentLibrary;
	/** What a request is answered from that comes now. */
	services: () => Services;
	/** Lets go of everything, once what was acknowledged is written. */
	close: () => Promise<void>;
}

/** How the process goes about it. */
export interface Manner {
	/** Read the library again whenever a file of it is saved. */
	isWatched: boolean;
	/** Go on where no course can be served, as where an author is just mending one. */
	mayBeEmpty: boolean;
}

/** How long what is open may take to finish, in milliseconds, before it is given up. */
const PATIENCE = 5000;

/**
 * Makes all that is served from: finds the secret, reads the library and opens what keeps exams. A course with a broken
 * file is left out, and said.
 *
 * @throws {CannotStart} when the secret is unsound, no course can be served, or what keeps exams cannot be opened
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
	{ data, databaseUrl, keepDays, questions, secret: given }: Configuration,
	{ isWatched, mayBeEmpty }: Manner
): Promise<Composition> {
	const say = (words: string): void => console.warn(words);
	const { secret, notes } = findSecret(given, data);
	notes.forEach(say);
	const library = await openLibrary(questions, mayBeEmpty);
	const { exams, close } = await openExams({ data, databaseUrl, keepDays, library: () => library.now, say });
	const { problems, unavailable } = library.now;
	if (problems.length > 0) console.error(describeUnavailable(unavailable, problems));
	const leave = isWatched ? watchLibrary(library, console.log) : () => undefined;
	return {
		library,
		services: () => {
			const { now } = library;
			const graded = exams.gradedBy(({ primer }) => now.inAllLanguages(primer.id));
			return { library: now, isWatched, exams: graded, keepDays, secret };
		},
		close: () => {
			leave();
			return inTime(close());
		}
	};
}

/** Waits until something has finished, but not for ever. What went wrong with it is said. */
async function inTime(finishing: Promise<void>): Promise<void> {
	const { promise: late, resolve: giveUp } = Promise.withResolvers<'late'>();
	const timer = setTimeout(() => giveUp('late'), PATIENCE);
	const end = await Promise.race([finishing, late]).catch((error: unknown) => console.error(error));
	clearTimeout(timer);
	if (end === 'late') console.error('Something did not finish in time, and was given up.');
}
