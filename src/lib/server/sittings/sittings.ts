import type { Form } from '#lib/quiz/form.ts';
import type { Grades } from '#lib/quiz/grades.ts';

/** An exam of one learner, kept by the server. All moments are milliseconds since 1970 by the server’s clock. */
export interface Sitting {
	/** Random, and reveals nothing about the person. */
	id: string;
	form: Form;
	startedAt: number;
	/** Extra time included; infinite without a limit. */
	endsAt: number;
	/** Null while answers are taken. */
	closed: Closing | null;
}

/** How a sitting ended, and its grades. */
export interface Closing {
	at: number;
	/** Whether the learner handed it in, or its time was over. */
	by: 'learner' | 'time';
	grades: Grades;
	/** Ids of items that could not be graded: they have left the course, or have changed. */
	gone: string[];
}

/** The newest response to an item. */
export interface KeptAnswer {
	/** The item’s id. */
	item: string;
	/** Any JSON; other values are kept as JSON writes them. */
	response: unknown;
	/** When it was given. */
	at: number;
}

/**
 * Where the server keeps sittings. What a call has acknowledged outlasts the process, if the adapter is persistent at
 * all.
 *
 * Every call may reject with `StoreUnavailable`. Nobody knows then whether it was done, but it was not half done, and
 * it can be repeated: doing it twice gives the same result.
 */
export interface Sittings {
	/** Keeps a new sitting; if the id is taken already, the sitting there stays as it is. */
	begin: (sitting: Omit<Sitting, 'closed'>) => Promise<void>;
	/** The sitting of that id; undefined when there is none. */
	load: (id: string) => Promise<Sitting | undefined>;
	/** The answers to a sitting, by the order of their items’ ids; none for an unknown id. */
	answers: (id: string) => Promise<KeptAnswer[]>;
	/**
	 * Keeps answers, all of them or none. Of two answers to an item the newer one stays; of two that are equally new,
	 * the one that was sent later.
	 *
	 * @param until until when answers are taken, such as the end plus a period of grace for slow networks
	 * @returns `closed` if the sitting was closed before, or if `until` has passed: nothing was kept
	 */
	keep: (
		id: string,
		answers: readonly KeptAnswer[],
		until?: number
	) => Promise<'kept' | 'closed' | 'unknown'>;
	/**
	 * Closes a sitting, once, no matter how many ask for it.
	 *
	 * @param grade makes the closing from the answers that were kept; no answer comes in between. It may be called
	 * again if the database wants a retry, and is not called if the sitting was closed before
	 * @returns the closing that counts, the first one; undefined for an unknown id
	 */
	close: (id: string, grade: (answers: KeptAnswer[]) => Closing) => Promise<Closing | undefined>;
	/**
	 * Ids of open sittings that end before a moment, the earliest first.
	 *
	 * @param count how many at most
	 * @param past how many of them to skip; by default none
	 */
	ended: (before: number, count: number, past?: number) => Promise<string[]>;
	/**
	 * Removes what is over for good: sittings closed before a moment, open ones that ended before it, and those without
	 * an end that nobody has begun or answered since.
	 *
	 * @returns how many
	 */
	removeEndedBefore: (moment: number) => Promise<number>;
}
