import type { Difficulty } from '#lib/bank/item.ts';
import type { KindName } from '#lib/kinds/index.ts';
import type { Certainty } from '#lib/quiz/behaviour.ts';

/** The version of the reviews that this code writes. */
export const REVIEW_VERSION = 1;

/** How many facts a review names at most. */
export const MOST_FACTS = 100;

/** How long an answer takes at most, in milliseconds: a day. */
export const LONGEST_SPENT = 86_400_000;

/** How a question came up. */
export const occasions = ['learn', 'review', 'adaptive', 'mistakes', 'mixed', 'quiz', 'exam'] as const;
export type Occasion = (typeof occasions)[number];

/**
 * One scored answer, as the log keeps it. The log is the truth: everything else that is kept of a learner’s progress
 * follows from it, and can be rebuilt.
 */
export interface Review {
	version: typeof REVIEW_VERSION;
	/** Names this answer for good; the same answer reported twice counts once. */
	id: string;
	primer: string;
	item: string;
	kind: KindName;
	point: number;
	/** The facts that the item asks for, as it stood when it was answered; at most {@link MOST_FACTS}. */
	facts: string[];
	/** The author’s estimate. */
	difficulty: Difficulty;
	/** The chance that an answer at random counts as right, from 0 to 1. */
	guess: number;
	/** When it was scored, by the clock of the device: milliseconds since 1970. */
	at: number;
	/**
	 * The day on which that was, by the calendar of the device: `2026-11-25`; in another time zone it may be another.
	 */
	day: string;
	/** Its place in the log: at its moment or, if that is later, after all that the device had taken in before. */
	place: number;
	/** The score of the first try, from 0 to 1. */
	fraction: number;
	/** How sure the learner said they were; null where nobody asked. */
	certainty: Certainty | null;
	/** Whether a hint was read first. */
	hinted: boolean;
	/** How long the learner took, in milliseconds; at most {@link LONGEST_SPENT}. */
	spent: number;
	occasion: Occasion;
}
