import type { AttemptRecord } from '#lib/quiz/record.ts';
import type { Flaw } from '#lib/review/flaw.ts';
import type { Review } from '#lib/review/review.ts';
import type { StudyState, Stepped, Affected } from '#lib/review/state.ts';

/** What a review makes of what it touches: `step` of `lib/review`, which the store itself need not load. */
export type Step = (before: Affected, review: Review) => Stepped;

/** What follows from a log at one primer: `studyStateOf` of `lib/review`. */
export type Fold = (reviews: readonly Review[]) => StudyState;

/** What a learner has chosen about studying. */
export interface StudySettings {
	version: 1;
	/** Whether days in a row are counted. */
	streak: boolean;
	/** When it was chosen: milliseconds since 1970. */
	at: number;
}

/** Everything that a device keeps of a learner, as an export holds it. */
export interface LearnerData {
	reviews: unknown[];
	flaws: unknown[];
	/** Those that were set aside come first; one that was started again may have the same id as one of them. */
	attempts: unknown[];
	settings: unknown;
}

/** What an import holds, checked. */
export interface Imported {
	reviews: Review[];
	flaws: Flaw[];
	attempts: AttemptRecord[];
	settings: StudySettings | null;
}

/** How much there is of everything, or how much of it an import brought. */
export interface Amounts {
	answers: number;
	/** Attempts, including those that were set aside. */
	quizzes: number;
	/** Items that are marked as flawed; a mark that was taken back does not count. */
	marks: number;
}

/**
 * What keeps a page from the data on the device: another page blocks the database, a newer version of Five Points has
 * changed its form, or the browser fails to read or write it.
 */
export type StoreProblem = 'blocked' | 'newer' | 'unreadable';

/**
 * Where a device keeps what a learner has done and what follows from it. What comes out is unknown until it is checked:
 * another version of Five Points may have written it, or somebody may have edited it.
 */
export interface StudyStore {
	/** Whether anything outlasts the page. */
	readonly lasting: boolean;
	/** Why this is not what the device holds; undefined if it is, or if the browser lets the device hold nothing. */
	readonly problem: StoreProblem | undefined;
	/**
	 * Adds a review to the log, after everything there of its primer, and takes its step, all in one transaction, so
	 * that two pages open at once lose nothing. What follows from the log is thus always what a fold makes of it.
	 *
	 * @returns false if the log already has a review with that id; nothing is changed then
	 * @throws {BrokenState} if a state that it touches cannot be read; nothing is changed then, and what follows from
	 * the log has to be rebuilt first
	 */
	record: (review: Review, step: Step) => Promise<boolean>;
	/** Whether the log has a review of that id. */
	has: (review: string) => Promise<boolean>;
	facts: (primer: string) => Promise<unknown[]>;
	items: (primer: string) => Promise<unknown[]>;
	abilities: (primer: string) => Promise<unknown[]>;
	/** From a day on, in order; all of them if none is given. */
	days: (primer: string, from?: string) => Promise<unknown[]>;
	/** At one primer, or at all. */
	flaws: (primer?: string) => Promise<unknown[]>;
	/** Keeps a mark in place of an older one at the same item. */
	saveFlaw: (flaw: Flaw) => Promise<void>;
	settings: () => Promise<unknown>;
	saveSettings: (settings: StudySettings) => Promise<void>;
	/** All that is kept. */
	read: () => Promise<LearnerData>;
	/** How much is kept, and on how many days something was answered; found without reading the log. */
	count: () => Promise<Amounts & { days: number }>;
	/**
	 * Adds what an import holds: reviews by their id, and of flaws, attempts and settings the newer one. What follows from
	 * the log is rebuilt. All or nothing.
	 *
	 * @returns how much of it was new
	 */
	merge: (data: Imported, fold: Fold) => Promise<Amounts>;
	/** Rebuilds what follows from the log of a primer, such as when it was found broken. */
	rebuild: (primer: string, fold: Fold) => Promise<void>;
	/** Forgets everything, attempts too. */
	clear: () => Promise<void>;
}
