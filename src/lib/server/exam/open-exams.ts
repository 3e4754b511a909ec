import type { Library } from '#lib/bank/library.server.ts';

import { StoreUnavailable } from '../database/faults.ts';
import {
	openStores,
	type OpenStores,
	type Stores,
	type StoresConfiguration,
	type StoresState
} from '../open-stores.ts';
import { removalIn } from '../removal.ts';
import { Exams } from './exams.ts';

/** How often to look for sittings whose time is over, in milliseconds. */
const ROUND = 15_000;

/** The most to close in one round, so that learners do not wait for it. */
const MOST = 100;

export interface ExamsConfiguration extends StoresConfiguration {
	/** How many days a sitting or a class is kept after its end. */
	keepDays: number;
	/** The courses as they are now. */
	library: () => Pick<Library, 'find' | 'inAllLanguages'>;
	/** Receives what the operator should know. */
	say: (words: string) => void;
}

export interface OpenExams {
	exams: Exams;
	/** What is kept beside exams. */
	stores: Stores;
	/** Whether the stores answer now. It never rejects. */
	state: () => Promise<StoresState>;
	/** Closes the store of exams, once everything acknowledged is written. */
	close: () => Promise<void>;
}

/**
 * Opens the stores and looks after what they keep from now on: exams whose time is over are closed, and what is old is
 * removed.
 *
 * @throws {CannotOpenStores}
 */
export async function openExams(configuration: ExamsConfiguration): Promise<OpenExams> {
	const { library, say } = configuration;
	const open = await openStores(configuration);
	for (const words of open.words) say(words);
	const exams = new Exams({
		sittings: open.stores.sittings,
		now: Date.now,
		editionsOf: ({ primer }) => library().inAllLanguages(primer.id)
	});
	const leave = takeCare(exams, open, configuration);
	return {
		exams,
		stores: open.stores,
		state: open.state,
		close: () => {
			leave();
			return open.close();
		}
	};
}

/** Does the periodic work. Returns a function that stops it. */
function takeCare(
	exams: Exams,
	{ stores }: OpenStores,
	{ library, keepDays, say }: ExamsConfiguration
): () => void {
	let isBusy = false;
	let isLost = false;
	let isOver = false;
	const removeOld = removalIn(stores, keepDays);

	const round = async (): Promise<void> => {
		if (isBusy) return;
		isBusy = true;
		try {
			await exams.closeEnded((primer) => library().find(primer), MOST, say);
			await removeOld();
			isLost = false;
		} catch (error) {
			// Reported once, not every few seconds, until it works again; and not after closing.
			if (!isLost && !isOver) say(error instanceof StoreUnavailable ? error.message : String(error));
			isLost = true;
		} finally {
			isBusy = false;
		}
	};

	const timer = setInterval(() => void round(), ROUND);
	timer.unref();
	void round();
	return () => {
		isOver = true;
		clearInterval(timer);
	};
}
