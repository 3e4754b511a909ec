import { seeded } from '#lib/chance/random.ts';

import type { LearnerEvent } from './event.ts';
import { timeAllowed } from './form.ts';
import type { AttemptRecord } from './parse-record.ts';

/** An attempt, as it is kept: data with a version, and enough of it to replay the attempt through the statechart. */
export type { AttemptRecord };

const DAY = 86_400_000;

/** The version of the records that this code writes, and the only one that it replays. */
export const RECORD_VERSION = 1;

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

/**
 * Until when a server may still have an exam whose end this device does not know: milliseconds since 1970.
 *
 * @param days how many days the server keeps an exam after its end, or after its last answer if it has no limit
 */
export function keptUntil(
	{ form, startedAt, updatedAt }: Pick<AttemptRecord, 'form' | 'startedAt' | 'updatedAt'>,
	days: number
): number {
	const end = form.minutes === null ? updatedAt : startedAt + timeAllowed(form);
	return end + days * DAY;
}

/** Whether two records are of one attempt: two that are drawn by one seed have the same id. */
export function isSameAttempt(
	one: Pick<AttemptRecord, 'id' | 'startedAt'> | undefined,
	other: Pick<AttemptRecord, 'id' | 'startedAt'> | undefined
): boolean {
	return one?.id === other?.id && one?.startedAt === other?.startedAt;
}

/**
 * The name of the first answer to an item of an attempt: the same wherever the attempt is replayed, and of no other
 * answer.
 */
export function answerId({ id, startedAt }: Pick<AttemptRecord, 'id' | 'startedAt'>, item: string): string {
	const attempt = Math.floor(seeded(id)() * 2 ** 32);
	return `${startedAt.toString(36)}-${attempt.toString(36)}/${item}`;
}
