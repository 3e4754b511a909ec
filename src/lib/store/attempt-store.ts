import type { AttemptRecord } from '#lib/quiz/record.ts';

/** A stored value that could not be replayed, kept until the learner decides. */
export interface SetAside {
	/** The attempt's id. */
	id: string;
	/** As it was found. */
	value: unknown;
}

/**
 * Where a device keeps attempts. What comes out is unknown until it is checked: another version of Five Points, or
 * somebody's hand, may have written it.
 */
export interface AttemptStore {
	/** Whether anything outlasts the page. */
	readonly lasting: boolean;
	/** The attempt of that id; undefined when there is none. */
	load: (id: string) => Promise<unknown>;
	/**
	 * The number of what is kept of the attempt of that id: another one after each save by whichever page, and 0 where it
	 * came from elsewhere. Undefined when there is none.
	 */
	revision: (id: string) => Promise<number | undefined>;
	/**
	 * Keeps an attempt in place of the one of the same id whose revision is known; of none, where that is left out. Another
	 * page may have changed or deleted what is kept meanwhile, and then that stays. Calls take effect in the order they are
	 * made.
	 *
	 * @param revision its own number, which no other has
	 * @returns whether it was kept
	 */
	save: (record: AttemptRecord, revision: number, known?: number) => Promise<boolean>;
	/** All attempts at a primer, in no particular order. */
	list: (primer: string) => Promise<unknown[]>;
	/** Moves an attempt that cannot go on out of the way, so that nothing overwrites it. */
	setAside: (id: string) => Promise<void>;
	/** What was set aside of an attempt; undefined when nothing was. */
	loadSetAside: (id: string) => Promise<SetAside | undefined>;
	removeSetAside: (id: string) => Promise<void>;
	/**
	 * Puts back what was set aside and can go on after all. What stands in the place of it meanwhile is set aside instead.
	 *
	 * @param wanted gets the choice, for which nothing is loaded where nothing was set aside
	 */
	bringBack: (wanted: () => Promise<Wanted>) => Promise<void>;
}

/** The attempt that was set aside, where it is to be back; `kept` is what has its place by now, if anything. */
export type Wanted = (aside: unknown, kept: unknown) => AttemptRecord | undefined;
