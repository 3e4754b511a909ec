import type { Occasion } from '#lib/review/review.ts';

/** An answer of this session, as planning the next questions needs it. */
export interface Answered {
	item: string;
	/** The facts that the item asks for. */
	facts: string[];
	/** Whether it counts as right. */
	right: boolean;
}

/** Which items a session asks, one round after another. */
export interface Planner {
	occasion: Occasion;
	/** Whether rounds after the first ask again for what went wrong. */
	asksAgain: boolean;
	/** How many questions there will be, if rounds are planned one by one. */
	expected?: number;
	/**
	 * The items of the next round, in order; none when the session is over. A session that begins has no answers yet.
	 *
	 * @param all everything that was answered in this session
	 * @param asked the items of all rounds so far, in order, whether they were answered or skipped
	 */
	next: (all: readonly Answered[], asked: readonly string[]) => Promise<string[]>;
}
