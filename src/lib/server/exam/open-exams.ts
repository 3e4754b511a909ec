import type { Bank } from '#lib/bank/bank.ts';

import { StoreUnavailable } from '../database/faults.ts';
import { openStores, type OpenStores, type StoresConfiguration } from '../open-stores.ts';
import { Exams } from './exams.ts';

/** How often sittings whose time is over are looked for, in milliseconds. */
const ROUND = 15_000;

/** How many are closed in one round at the most, lest learners wait for it. */
const MOST = 100;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface ExamsConfiguration extends StoresConfiguration {
	/** How many days a sitting is kept after its end. */
	keepDays: number;
	/** The bank of a primer as it is now, in a language or as it was written; undefined where there is none for now. */
	bankOf: (primer: string, language?: string) => Bank | undefined;
	/** Is told what whoever runs the server should know. */
	say: (words: string) => void;
}

interface Opened {
	exams: Exams;
	keepDays: number;
	close: () => Promise<void>;
}

let opened: Opened | undefined;

/**
 * Opens what keeps exams, and takes care of them from now on: those whose time is over are closed, and old ones removed.
 * Opened again, as in development, it stays as it is.
 *
 * @throws {CannotOpenStores}
 */
export async function openExams(configuration: ExamsConfiguration): Promise<void> {
	if (opened) return;
	const { keepDays, say } = configuration;
	const open = await openStores(configuration);
	for (const words of open.words) say(words);
	const exams = new Exams({
		sittings: open.stores.sittings,
		now: Date.now,
		editionsOf: ({ primer, languages }) =>
			languages.flatMap((language) => configuration.bankOf(primer.id, language) ?? [])
	});
	const leave = takeCare(exams, open, configuration);
	opened = {
		exams,
		keepDays,
		async close() {
			opened = undefined;
			leave();
			await open.close();
		}
	};
}

/** Lets go of what keeps exams, once everything that was acknowledged is written. */
export async function closeExams(): Promise<void> {
	await opened?.close();
}

/** The exams of this server. */
export function exams(): Exams {
	return ofOpen().exams;
}

/** How many days a sitting is kept after its end. */
export function daysKept(): number {
	return ofOpen().keepDays;
}

function ofOpen(): Opened {
	if (!opened) throw new Error('Exams were asked for before they were opened.');
	return opened;
}

/** Does now and then what nobody asks for. Returns what makes it stop. */
function takeCare(
	exams: Exams,
	{ stores }: OpenStores,
	{ bankOf, keepDays, say }: ExamsConfiguration
): () => void {
	let isBusy = false;
	let isLost = false;
	let nextRemoval = 0;

	const round = async (): Promise<void> => {
		if (isBusy) return;
		isBusy = true;
		try {
			await exams.closeEnded((primer) => bankOf(primer), MOST, say);
			if (Date.now() >= nextRemoval) {
				await stores.sittings.removeEndedBefore(Date.now() - keepDays * DAY);
				nextRemoval = Date.now() + HOUR;
			}
			isLost = false;
		} catch (error) {
			// Said once, not every few seconds, until it is well again.
			if (!isLost) say(error instanceof StoreUnavailable ? error.message : String(error));
			isLost = true;
		} finally {
			isBusy = false;
		}
	};

	const timer = setInterval(() => void round(), ROUND);
	timer.unref();
	void round();
	return () => clearInterval(timer);
}
