import type { Scored } from '#lib/kinds/score.ts';

import type { Behaviour, Certainty } from './behaviour.ts';
import type { Ungraded } from './grades.ts';

/** One scored try at an item. */
export interface Try {
	response: unknown;
	score: Scored;
}

/** What a learner has done with one item so far. */
export interface Entry {
	/** The present response, checked or not; null before anything is given. */
	response: unknown;
	/** When it was given: milliseconds since 1970; null before. */
	answeredAt: number | null;
	certainty: Certainty | null;
	/** In the order in which they were made. */
	tries: Try[];
	/** `open` until its last try is scored or its answer is shown; a skipped item may still be answered. */
	status: 'open' | 'skipped' | 'settled';
	flagged: boolean;
	/** Whether the learner asked for a hint. */
	hinted: boolean;
	/** How long the learner has had the item before them, in milliseconds; pauses do not count. */
	spent: number;
	/** When its first try was scored, by the clock of the device: milliseconds since 1970; null while none was. */
	scoredAt: number | null;
	/** Why a server that graded the form gave no mark for what was given; null where it did. */
	ungraded: Ungraded | null;
	/** Whether the response reached the server after the end, or never: what it had before was graded. */
	late: boolean;
}

export function newEntry(): Entry {
	return {
		response: null,
		answeredAt: null,
		certainty: null,
		tries: [],
		status: 'open',
		flagged: false,
		hinted: false,
		spent: 0,
		scoredAt: null,
		ungraded: null,
		late: false
	};
}

/** Whether an answer is given. An order of which some places are free has an empty text there, and is none yet. */
export function isGiven({ response }: Entry): boolean {
	return response !== null && !(Array.isArray(response) && (response.length === 0 || response.includes('')));
}

/** The last try's score; null where none was scored. */
export function scoreOf(entry: Entry): Scored | null {
	return entry.tries.at(-1)?.score ?? null;
}

/** Whether the last try was entirely right. */
export function isRight(entry: Entry): boolean {
	return scoreOf(entry)?.fraction === 1;
}

/** How many tries are left at an item that is not settled. */
export function triesLeft(entry: Entry, behaviour: Behaviour): number {
	return Math.max(0, behaviour.tries - entry.tries.length);
}
