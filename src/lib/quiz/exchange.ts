import type { Revealed } from '#lib/bank/revealed.ts';

import type { KeptAnswer, ReplyEvent } from './event.ts';
import type { WhyNotGraded } from './grades.ts';

/** What a page tells the server of an exam while it goes on. */
export interface Sent {
	/** The answers given since the page last sent any. */
	answers: readonly KeptAnswer[];
	/** What the server should have after that, as far as the page knows: the {@link sumOf} it. */
	known: number;
	/** Whether the exam is handed in with this. */
	handIn: boolean;
}

/** What the server answers. */
export type SittingReply =
	| {
			state: 'open';
			/** The server’s clock: milliseconds since 1970. */
			now: number;
			/** All that it has, if the page knows something else; otherwise none. */
			answers: KeptAnswer[];
			/** Items that have changed since they were shown, so that the answer does not fit them. */
			unfit: string[];
	  }
	| {
			state: 'closed';
			now: number;
			reply: Extract<ReplyEvent, { type: 'graded' }>;
			revealed: Revealed;
	  }
	| { state: 'refused'; refusal: Exclude<WhyNotGraded, 'unreachable'> };

/**
 * Tells sets of answers apart by the sum of the moments at which they were given. Two sets with the same sum are the
 * same, barring a coincidence of milliseconds.
 */
export function sumOf(answers: Iterable<Pick<KeptAnswer, 'at'>>): number {
	let sum = 0;
	for (const { at } of answers) sum += at;
	return sum;
}

/** Those answers that are later than the known one to the same item, or whose item has no known answer. */
export function newerThan(known: readonly KeptAnswer[], answers: readonly KeptAnswer[]): KeptAnswer[] {
	const times = new Map(known.map(({ item, at }) => [item, at]));
	return answers.filter(({ item, at }) => at > (times.get(item) ?? -Infinity));
}
