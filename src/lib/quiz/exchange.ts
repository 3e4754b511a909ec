import type { Revealed } from '#lib/bank/revealed.ts';

import type { KeptAnswer, ReplyEvent } from './event.ts';
import type { Refusal } from './grades.ts';

/** What a page tells the server of an exam while it goes on. */
export interface Sent {
	/** What was answered since the page last told. */
	answers: readonly KeptAnswer[];
	/** What the server should have by then, as far as the page knows: {@link sumOf} it. */
	known: number;
	/** Whether the exam is handed in with this. */
	handIn: boolean;
}

/** What the server answers. */
export type Told =
	| {
			state: 'open';
			/** The server’s clock: milliseconds since 1970. */
			now: number;
			/** All that it has, where the page knows something else; none where it does not. */
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
	| { state: 'refused'; refusal: Exclude<Refusal, 'unreachable'> };

/**
 * Tells sets of answers apart: the sum of the moments at which they were given. Two sets with the same sum are the same,
 * but for a coincidence of milliseconds.
 */
export function sumOf(answers: Iterable<Pick<KeptAnswer, 'at'>>): number {
	let sum = 0;
	for (const { at } of answers) sum += at;
	return sum;
}

/** Those of some answers that were given later than what is known to their item, or to an item of which nothing is known. */
export function newerThan(known: readonly KeptAnswer[], answers: readonly KeptAnswer[]): KeptAnswer[] {
	const times = new Map(known.map(({ item, at }) => [item, at]));
	return answers.filter(({ item, at }) => at > (times.get(item) ?? -Infinity));
}
