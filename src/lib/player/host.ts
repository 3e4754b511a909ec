import type { Revealed } from '#lib/bank/revealed.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Sent, Told } from '#lib/quiz/exchange.ts';
import type { FlawReason } from '#lib/quiz/flaw-reason.ts';
import type { Outcome } from '#lib/quiz/outcome.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';
import { createContext } from 'svelte';

import type { Given } from './quiz-data.ts';

/**
 * All that a running quiz asks of its surroundings. A page of the app, a package, a frame and a class each give one. What
 * is left out is not there: a quiz without a place for attempts keeps none, one without links offers no way on.
 */
export interface QuizHost {
	/** The language of the quiz’s own words; its items have their own. */
	readonly language: Locale;
	/** The level of the quiz’s main heading among those of the page, from 1; others are one below it. */
	readonly headingLevel: number;
	/** The time: milliseconds since 1970. An exam keeps the server’s time instead. */
	now: () => number;
	/** Loads the page of the quiz anew, where that gets something newer. */
	reload: () => void;
	/** Gets the items of the form with their keys; it may fail, and be asked again. */
	fetchItems: () => Promise<Revealed>;
	/** Tells the server of an exam what was answered, and hears what it has; rejects where it does not answer. */
	exchange?: (sent: Sent) => Promise<Told>;
	/** Where attempts are kept. */
	readonly attempts?: AttemptKeeping;
	/**
	 * Is told of each item once its first answer has been scored; and again, where a stored attempt goes on: nobody knows
	 * whether the page before it was closed too early. Whoever keeps it counts it once.
	 */
	onscored?: (scored: ScoredItem) => void;
	/** Is told what now stands as given to the present item. */
	ongiven?: (given: Given) => void;
	/** Is told once, when the learner has come to the end, what came of it. */
	onfinished?: (outcome: QuizOutcome) => void;
	/** Where the quiz leads to. */
	readonly links?: QuizLinks;
	/** Takes what a learner says is wrong with an item. */
	readonly flaws?: FlawReports;
	/**
	 * Hands on the keys that are pressed where nothing else has the focus; by default the quiz hears those within itself.
	 *
	 * @returns ends it
	 */
	listen?: (press: (event: KeyboardEvent) => void) => () => void;
	/**
	 * Goes on with a button of the page’s own that posts the quiz’s form, such as one for another language.
	 *
	 * @param isKept whether the attempt goes on without what the form brings along
	 */
	post?: (button: HTMLButtonElement, isKept: boolean) => void;
}

/** Where a host keeps attempts. */
export interface AttemptKeeping {
	/** Whether any may be kept from before. Asking costs little; where there is none, nothing is opened before it is needed. */
	mayHold: () => Promise<boolean>;
	/** Opens it; rejects where nothing can be kept. */
	open: () => Promise<AttemptPlace>;
}

/** The place of attempts, opened. What comes out is unknown until it is checked: another version may have written it. */
export interface AttemptPlace {
	/** Whether anything outlasts the page. */
	readonly lasting: boolean;
	/** The attempt of that id; undefined when there is none. */
	load: (id: string) => Promise<unknown>;
	/** The number of what is kept of the attempt of that id, another one after each save; undefined when there is none. */
	revision: (id: string) => Promise<number | undefined>;
	/**
	 * Keeps an attempt in place of the one whose revision is known; of none, where that is left out. Where something else
	 * is kept by now, that stays. Calls take effect in the order they are made.
	 *
	 * @param revision its own number, which no other has
	 * @returns whether it was kept
	 */
	save: (record: AttemptRecord, revision: number, known?: number) => Promise<boolean>;
	/** Moves an attempt that cannot go on out of the way, so that nothing overwrites it. */
	setAside: (id: string) => Promise<void>;
	/** What was set aside of an attempt; undefined when nothing was. */
	loadSetAside: (id: string) => Promise<unknown>;
	/** Deletes what was set aside of an attempt. */
	removeSetAside: (id: string) => Promise<void>;
}

/** What came of a quiz, to be told to whoever set it. Nothing of it tells a key. */
export interface QuizOutcome extends Outcome {
	/** How long it took, in milliseconds; pauses do not count. */
	duration: number;
}

/** Addresses that a quiz leads to; without one, the way is not offered. */
export interface QuizLinks {
	/** The page of the course. */
	home?: string;
	/** Another quiz with the same options. */
	afresh?: string;
	/** The address of a quiz with other options, which stand in a query from `?`. */
	withOptions?: (query: string) => string;
	/** Where the form is posted while no script runs. */
	action?: string;
}

/** Takes what a learner says is wrong with an item. */
export interface FlawReports {
	/** What was said of an item before, unless it was taken back. */
	find: (item: string) => Promise<FlawReport | undefined>;
	/** Keeps what is said of an item now. @returns whether it is kept for longer than the page lasts */
	report: (item: string, report: FlawReport) => Promise<boolean>;
}

/** What a learner says is wrong with an item. */
export interface FlawReport {
	reason: FlawReason;
	/** In their own words; at most 1,000 characters, and may be empty. */
	note: string;
}

/** The host of the quiz that a component stands in. */
export const [hostHere, setHost] = createContext<QuizHost>();
