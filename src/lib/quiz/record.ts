import type { LearnerEvent } from './event.ts';
import type { Form } from './form.ts';
import type { Grades } from './grades.ts';
import type { Outcome } from './outcome.ts';

/** The version of the records that this code writes, and the only one that it replays. */
export const RECORD_VERSION = 1;

/** An attempt as it is kept: data with a version, enough to replay it through the statechart. */
export interface AttemptRecord {
	version: typeof RECORD_VERSION;
	id: string;
	form: Form;
	/** Where the attempt goes on: the query of the quiz page’s address, from `?`. */
	address: string;
	/** Milliseconds since 1970. */
	startedAt: number;
	/** What the learner did, in order; replaying it through the statechart gives back the attempt. */
	log: LearnerEvent[];
	/** What the server said of a form that was handed in. */
	grades: Grades | null;
	/** What came of it, once finished; derived from the rest, for lists. */
	outcome: Outcome | null;
	/** How many items are settled or skipped, for lists. */
	done: number;
	updatedAt: number;
}

/** A record of an attempt that begins. */
export function newRecord(
	begun: Pick<AttemptRecord, 'id' | 'form' | 'address' | 'startedAt'>
): AttemptRecord {
	return {
		version: RECORD_VERSION,
		...begun,
		log: [],
		grades: null,
		outcome: null,
		done: 0,
		updatedAt: begun.startedAt
	};
}

/** The log with an event added; a response that replaces the one before it takes its place. */
export function logged(log: readonly LearnerEvent[], event: LearnerEvent): LearnerEvent[] {
	const replaces = event.type === 'answer' && log.at(-1)?.type === 'answer';
	return [...(replaces ? log.slice(0, -1) : log), event];
}
