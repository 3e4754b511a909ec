import type { PlacedOutcome } from '#lib/bank/outcome.ts';
import type { Revealed } from '#lib/bank/revealed.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Sent, SittingReply } from '#lib/quiz/exchange.ts';
import type { FlawReason } from '#lib/quiz/flaw-reason.ts';
import type { AttemptScore } from '#lib/quiz/attempt-score.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';
import { createContext } from 'svelte';

import type { CurrentResponse } from './quiz-data.ts';

/**
 * Everything that a running quiz needs from its surroundings. A page of the app, a package, a frame and a
 * class each provide one. What is left out is unavailable: without a store the quiz keeps no attempts,
 * without links it leads nowhere.
 */
export interface QuizHost {
	/** The language of the quiz’s own words; its items have their own. */
	readonly language: Locale;
	/** The level of the quiz’s main heading among those of the page, from 1; others are one below it. */
	readonly headingLevel: number;
	/** The time: milliseconds since 1970. An exam keeps the server’s time instead. */
	now: () => number;
	/** Reloads the page of the quiz, if that gets something newer. */
	reload: () => void;
	/** Gets the items of the form with their keys; it may fail and be called again. */
	fetchItems: () => Promise<Revealed>;
	/** Sends the answers to the server of an exam, and returns what it has; rejects if it does not answer. */
	exchange?: (sent: Sent) => Promise<SittingReply>;
	/** Where attempts are kept. */
	readonly attempts?: AttemptKeeping;
	/**
	 * Called for each item once its first answer has been scored. Called again when a stored attempt resumes,
	 * since the page before may have been closed too early: the receiver has to count an answer once.
	 */
	onscored?: (scored: ScoredItem) => void;
	/** Called with the current response to the current item. */
	ongiven?: (given: CurrentResponse) => void;
	/** Called once with the outcome, when the learner has finished. */
	onfinished?: (outcome: QuizOutcome) => void;
	/** Where the quiz leads to. */
	readonly links?: QuizLinks;
	/** What the title of the page ends with, if the quiz may say there which question is asked. */
	readonly title?: string;
	/** What the learner wants of keys of one letter; by default they are on. */
	readonly keys?: LetterKeysChoice;
	/** What the course is called, in a result that is copied. */
	readonly course?: string;
	/** Prints the page, if that shows the quiz and little else. */
	print?: () => void;
	/**
	 * Shows, in a place below the score, what the answers have done to what the host keeps of the learner, and the next
	 * step if the quiz itself has none. The answers are named by their ids, as they were reported.
	 */
	ending?: (place: HTMLElement, quiz: { hasStep: boolean; answers: readonly string[] }) => QuizEnding;
	/** Gets what the course says a learner can do at its end, for the result of a quiz over that; it may fail. */
	fetchOutcomes?: () => Promise<readonly PlacedOutcome[]>;
	/**
	 * Begins another quiz in the place of this one, where no address leads to it: with the same options, or of these items
	 * alone.
	 */
	again?: (items?: readonly string[]) => void;
	/** Keeps what a learner says is wrong with an item. */
	readonly flaws?: FlawReports;
	/**
	 * Passes on all keys pressed on the page, so that those are heard which are pressed while nothing has the focus; by
	 * default the quiz hears only keys inside itself.
	 *
	 * @returns stops it
	 */
	listen?: (press: (event: KeyboardEvent) => void) => () => void;
	/**
	 * Continues with a button of the page that posts the quiz’s form, such as one for another language.
	 *
	 * @param isKept whether the attempt continues without what the form carries
	 */
	post?: (button: HTMLButtonElement, isKept: boolean) => void;
}

/** Where a host keeps attempts. */
export interface AttemptKeeping {
	/**
	 * Whether any earlier attempt may be kept. Asking is cheap; if there is none, nothing is opened before it
	 * is needed.
	 */
	mayHold: () => Promise<boolean>;
	/** Opens it; rejects if nothing can be kept. */
	open: () => Promise<AttemptPlace>;
}

/** The place of attempts, opened. What comes out is unknown until it is checked: another version may have written it. */
export interface AttemptPlace {
	/** Whether anything outlasts the page. */
	readonly lasting: boolean;
	/** The attempt of that id; undefined when there is none. */
	load: (id: string) => Promise<unknown>;
	/**
	 * The revision of the stored attempt with that id, which changes with each save; undefined when there is
	 * none.
	 */
	revision: (id: string) => Promise<number | undefined>;
	/**
	 * Saves an attempt over the one whose revision is given, or as a new one if none is given. If something
	 * else has been saved meanwhile, that stays. Calls take effect in the order they are made.
	 *
	 * @param revision its new, unique number
	 * @returns whether it was saved
	 */
	save: (record: AttemptRecord, revision: number, known?: number) => Promise<boolean>;
	/** Moves an attempt that cannot go on out of the way, so that nothing overwrites it. */
	setAside: (id: string) => Promise<void>;
	/** The attempt that was set aside; undefined if none was. */
	loadSetAside: (id: string) => Promise<unknown>;
	/** Deletes the attempt that was set aside. */
	removeSetAside: (id: string) => Promise<void>;
}

/** The outcome of a quiz, for whoever set it. It reveals no key. */
export interface QuizOutcome extends AttemptScore {
	/** How long it took, in milliseconds; pauses do not count. */
	duration: number;
}

/** What a host shows at the end of a quiz. */
export interface QuizEnding {
	/** The same as plain text, for a result that is copied; empty while nothing is shown. */
	asText: () => string;
	/** Clears its place. */
	remove: () => void;
}

/** Addresses that a quiz leads to; missing ones are not offered. */
export interface QuizLinks {
	/** The page of the course. */
	home?: string;
	/** Another quiz with the same options. */
	afresh?: string;
	/** The address of a quiz with other options, given as a query starting with `?`. */
	withOptions?: (query: string) => string;
	/** The lesson of a point. */
	learn?: (point: number) => string;
	/** Where the form is posted if no script runs. */
	action?: string;
}

/** What a learner wants of keys of one letter, sign or digit, where there are settings to say so. */
export interface LetterKeysChoice {
	/** Whether they are commands, now. */
	areOn: () => boolean;
}

/** Keeps what a learner says is wrong with an item. */
export interface FlawReports {
	/** The mark that an item has already, unless it was taken back. */
	find: (item: string) => Promise<FlawReport | undefined>;
	/** Saves the mark of an item. @returns whether it outlasts the page */
	report: (item: string, report: FlawReport) => Promise<boolean>;
}

/** What a learner says is wrong with an item. */
export interface FlawReport {
	reason: FlawReason;
	/** In their own words; at most 1,000 characters, and may be empty. */
	note: string;
}

/** The host of the quiz that a component is in. */
export const [hostHere, setHost] = createContext<QuizHost>();
