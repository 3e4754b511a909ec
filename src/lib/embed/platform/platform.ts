import type { QuizOutcome } from '#lib/player/host.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';

/**
 * Who keeps the attempt and is told of it while a quiz is played outside the app: a learning platform, a store of xAPI
 * statements, or the device. No method throws or rejects: trouble is a state, and what could not be sent is tried again.
 */
export interface Platform {
	/**
	 * Why the quiz was opened:
	 * - `normal`: for an attempt that counts;
	 * - `browse`: to look around; nothing is kept or told;
	 * - `review`: to see an attempt again that is over; nothing is kept or told.
	 */
	readonly mode: 'normal' | 'browse' | 'review';
	/** What was kept at an earlier launch; undefined if that is nothing, or nothing that can be read. */
	resume: () => Promise<AttemptRecord | undefined>;
	/**
	 * What another page on this device has made of the attempt since this one last looked: not checked yet, and told once;
	 * undefined if that is nothing. Without it, no other page is heard of.
	 */
	news?: () => unknown;
	/** Keeps the attempt so far, in place of what was kept before. */
	keep: (record: AttemptRecord) => void;
	/**
	 * Tells of an item whose first answer was scored. A resumed attempt tells of its items again: whoever is told counts
	 * each of them once.
	 */
	answered: (scored: ScoredItem) => void;
	/**
	 * Tells that the learner has finished, with the outcome; after the last call of `keep` or before it.
	 *
	 * @param again whether a page before this one may have told of it
	 */
	finished: (outcome: QuizOutcome, again?: boolean) => void;
	/** The page is going: keeps and sends what it still can, at once. May be called more than once. */
	leave: () => void;
	/**
	 * Calls a listener with how well the attempt is kept, now and whenever that changes.
	 *
	 * @returns stops it
	 */
	watch: (listener: (keeping: Keeping) => void) => () => void;
}

/**
 * How well the attempt is kept:
 * - `kept`: all that was done is where it belongs;
 * - `sending`: all was well, and what was done since is on its way there;
 * - `waiting`: the last try to send failed, and there will be another; nothing is lost while the page stays open;
 * - `held`: the same, but the device holds what was done, for a launch there to go on with;
 * - `full`: the platform takes no more: the attempt counts, but will not resume as far as it has come;
 * - `untold`: the attempt is kept, but the platform did not take something that it was told, such as an answer;
 * - `refused`: nothing outlasts the page.
 */
export type Keeping = 'kept' | 'sending' | 'waiting' | 'held' | 'full' | 'untold' | 'refused';
