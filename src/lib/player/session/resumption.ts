import { behaviours } from '#lib/quiz/behaviour.ts';
import type { LearnerEvent } from '#lib/quiz/event.ts';
import type { Form } from '#lib/quiz/form.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';
import type { Attempt } from '#lib/quiz/run.ts';

/** How resuming an attempt turned out. */
export type Resumption =
	| 'fresh'
	| 'resumed'
	/** A stored attempt could not be replayed and was moved out of the way. */
	| 'set-aside'
	/** The items of a stored attempt could not be fetched: the attempt stays as it is, and this page keeps nothing. */
	| 'unreachable';

/** The record, if a stored value is one; undefined if it is anything else. */
export async function readRecord(stored: unknown): Promise<AttemptRecord | undefined> {
	const { parseRecord } = await import('#lib/quiz/parse-record.ts');
	return parseRecord(stored);
}

/** The attempt that a record keeps, with what the server said of it. */
export function attemptOf(record: AttemptRecord): Attempt {
	const { grades, closing } = record;
	return { ...record, reply: grades && { type: 'graded', grades, closing } };
}

/**
 * The record with what the server said of its form. Grades from before servers kept exams stay, since the server has no
 * answers to such an exam.
 */
export function gradedBy(reply: Attempt['reply'] | undefined, record: AttemptRecord): AttemptRecord {
	const isFromBefore = record.grades !== null && record.closing === undefined;
	if (reply?.type !== 'graded' || isFromBefore) return record;
	const { grades, closing } = reply;
	return { ...record, grades, ...(closing && { closing }) };
}

/**
 * A record as it is when its page opens again after it was simply closed: if the behaviour pauses while the page is
 * hidden, the time in between does not count.
 */
export function awake(record: AttemptRecord, now: number): AttemptRecord {
	const last = record.log.at(-1);
	if (record.outcome || !last || now < last.at || !behaviours[record.form.behaviour].pauses) return record;
	const hide: LearnerEvent[] = last.type === 'hide' ? [] : [{ type: 'hide', at: last.at }];
	return { ...record, log: [...record.log, ...hide, { type: 'show', at: now }] };
}

/** Whether two forms ask the same items with their options in the same order. */
export function isSameForm(one: Form, other: Form): boolean {
	return JSON.stringify(one.items) === JSON.stringify(other.items) && one.seed === other.seed;
}
