import type { AttemptRecord } from '#lib/quiz/record.ts';

/** A stored value that could not be replayed, kept until the learner decides. */
export interface SetAside {
	/** The attempt's id. */
	id: string;
	/** As it was found. */
	value: unknown;
}

/**
 * Where a device keeps attempts. What comes out is unknown until it is checked: another version of Five Points may have
 * written it, or somebody may have edited it.
 */
export interface AttemptStore {
	/** Whether anything outlasts the page. */
	readonly lasting: boolean;
	/** The attempt of that id; undefined when there is none. */
	load: (id: string) => Promise<unknown>;
	/**
	 * The revision of the attempt with that id, as it is kept: another number after each save, by whatever page, and 0
	 * if the attempt came from elsewhere. Undefined when there is none.
	 */
	revision: (id: string) => Promise<number | undefined>;
	/**
	 * Keeps an attempt in place of the one with the same id, if that still has the revision `known`, or does not exist
	 * where `known` is left out. If another page has changed or deleted it meanwhile, it stays as it is. Calls take
	 * effect in the order they are made.
	 *
	 * @param revision the new number, which no other revision has
	 * @returns whether it is kept, also if it had come there by another way
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
	 * Puts back what was set aside and can go on after all. What has taken its place meanwhile is set aside instead.
	 *
	 * @param wanted loads what decides; not called if nothing was set aside
	 */
	bringBack: (wanted: () => Promise<Wanted>) => Promise<void>;
}

/** Returns the attempt that was set aside, if it should come back; `kept` is what has taken its place, if anything. */
export type Wanted = (aside: unknown, kept: unknown) => AttemptRecord | undefined;
