import type { Revealed } from '#lib/bank/revealed.ts';
import type { LearnerEvent } from '#lib/quiz/event.ts';
import type { Sent, Told } from '#lib/quiz/exchange.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';

import type { Given } from '#lib/player/quiz-data.ts';

/** What a learner can say, without the moment: the session adds it. */
export type Said = LearnerEvent extends infer E ? (E extends LearnerEvent ? Omit<E, 'at'> : never) : never;

/** What a session asks of the world around it. */
export interface World {
	/** The time: milliseconds since 1970. In an exam it is the server’s, which nobody can set. */
	now: () => number;
	/** Puts that time right by what the server of an exam has told, `wait` milliseconds after it was asked. */
	correct?: (told: number, wait: number) => void;
	/** Gets the items of the form with their keys; it may fail, and be asked again. */
	fetchItems: () => Promise<Revealed>;
	/** Tells the server of an exam what was answered, and hears what it has; rejects where it does not answer. */
	exchange?: (sent: Sent) => Promise<Told>;
	/**
	 * Is told of each item once its first answer has been scored; and again, where a stored attempt goes on: nobody knows
	 * whether the page before it was closed too early. Whoever keeps it counts it once.
	 */
	onscored?: (scored: ScoredItem) => void;
	/** Is told what now stands as given to the present item. */
	ongiven?: (given: Given) => void;
	/** Is told when the learner has come to the end. */
	onfinished?: () => void;
}
