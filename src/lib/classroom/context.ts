import { own } from '#lib/kinds/own.ts';

import type { ClassSetup } from './setup.ts';

/** One time that an item is asked. Moments are milliseconds since 1970 by the server’s clock. */
export interface Round {
	/** From 1, in the order in which rounds began; answers are kept by it. */
	number: number;
	/** The place of its item, from 0. */
	position: number;
	/** Whether its item is asked a second time, after a discussion. */
	isSecond: boolean;
	/** When answers are taken from: later than it began where there is time to read. */
	opensAt: number;
	/** How long a pupil without extra time has, in milliseconds, once it is open; null: until it is closed. */
	length: number | null;
	/** When the class stood still while it was open, and for how long: {@link takenAt} leaves that out. */
	pauses: readonly { from: number; length: number }[];
	/** Null while it is going on, and for good where the teacher left it before it was closed. */
	closedAt: number | null;
	/** Null until what is right has been shown. */
	revealedAt: number | null;
}

/** What is known of a class beside where it is. */
export interface ClassContext {
	setup: ClassSetup;
	/** When the last thing happened. */
	now: number;
	/** In the order in which they began. */
	rounds: Round[];
	/** The place of the item that is asked or shown; null before the first. */
	position: number | null;
	isLocked: boolean;
	/** How many times as long as the others a pupil has, by the pupil’s id; null: as long as the round is open. */
	grants: Record<string, number | null>;
}

/** What a class begins with. */
export interface ClassInput {
	setup: ClassSetup;
	/** Milliseconds since 1970. */
	createdAt: number;
}

/** A class before its first event. */
export function initialContext({ setup, createdAt }: ClassInput): ClassContext {
	return { setup, now: createdAt, rounds: [], position: null, isLocked: false, grants: {} };
}

/** The newest round of the item that is asked or shown; undefined before the first. */
export function roundHere({ rounds, position }: ClassContext): Round | undefined {
	return rounds.findLast((round) => round.position === position);
}

/** The rounds that are open together: those of all items where pupils go at their own pace, else the newest. */
export function roundsTogether({ rounds, setup }: ClassContext): Round[] {
	return setup.pace === 'own' ? rounds : rounds.slice(-1);
}

/** How many times as long as the others a pupil has; null: as long as the round is open. */
export function timesFor({ grants }: ClassContext, pupil: string): number | null {
	const granted = own(grants, pupil);
	return granted === undefined ? 1 : granted;
}

/**
 * When a round ends for somebody: milliseconds since 1970; Infinity where only the teacher closes it.
 *
 * @param times how many times as long as the others they have
 */
export function endFor(
	{ opensAt, length }: Pick<Round, 'opensAt' | 'length'>,
	times: number | null = 1
): number {
	return length === null || times === null ? Infinity : opensAt + length * times;
}

/**
 * How long a round had been open at a moment, in milliseconds, without the pauses; from 0. A pause moves the opening of
 * its round, so that what came before it has to be measured from where the opening was then.
 */
export function takenAt({ opensAt, pauses }: Pick<Round, 'opensAt' | 'pauses'>, moment: number): number {
	const moved = pauses.reduce((sum, { from, length }) => (from >= moment ? sum + length : sum), 0);
	return Math.max(0, moment - opensAt + moved);
}

/**
 * When the present round closes by itself: once the time of everybody is up, extra time included.
 *
 * @param present the ids of those who take part
 * @returns milliseconds since 1970; Infinity where only the teacher closes it, or there is none
 */
export function closesAt(context: ClassContext, present: Iterable<string>): number {
	const [round] = roundsTogether(context);
	if (!round) return Infinity;
	const ends = [...present].map((pupil) => endFor(round, timesFor(context, pupil)));
	return ends.reduce((last, end) => Math.max(last, end), endFor(round));
}
