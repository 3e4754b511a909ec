import type { ItemView } from '#lib/bank/item.ts';
import type { PlacedOutcome } from '#lib/bank/outcome.ts';
import type { Revealed } from '#lib/bank/revealed.ts';
import type { BehaviourName } from '#lib/quiz/behaviour.ts';
import type { Occasion } from '#lib/review/review.ts';
import type { PrimerHead } from '#lib/bank/primer-head.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';
import type { NextStep } from '#lib/screens/progress/next-step.ts';
import type { WhatMoved } from '#lib/study/what-moved.ts';

/** What there is to tell at the end of a session, and what shows it, loaded by then. */
export interface ToldAtEnd {
	what: WhatMoved;
	/** What the learner can do from now on, and could not before. */
	reached: readonly PlacedOutcome[];
	/** What to do next, unless that is to rest. */
	next: NextStep | undefined;
	Ending: typeof import('./ending.ts').Ending;
}

/** What a session of self-study needs of the page around it. */
export interface StudyHost {
	/** Milliseconds since 1970. */
	now: () => number;
	/** Whether the device keeps anything for longer than the page lasts. */
	lasting: () => boolean;
	/** Gets items with their keys; it may fail, and be asked again. */
	fetchItems: (ids: readonly string[]) => Promise<Revealed>;
	/** Gets the public view of an item, its options in the order of a seed; it may fail where the network is down. */
	fetchView: (id: string, seed: string) => Promise<ItemView>;
	/** The first day on which a fact is due that can be asked; undefined while none was learnt. */
	nextDue: () => Promise<string | undefined>;
	/** What some answers have moved, by their ids in the log, with what shows it; it may fail. */
	moved: (answers: ReadonlySet<string>) => Promise<ToldAtEnd>;
	/**
	 * Keeps an answer, and what follows from it.
	 *
	 * @throws when the device does not take it
	 */
	record: (scored: ScoredItem, told: { id: string; occasion: Occasion }) => Promise<void>;
}

/** What a session of self-study is about. */
export interface StudySubject {
	primer: PrimerHead;
	/** Practice, or certainty where the learner wants to say how sure they are. */
	behaviour: Extract<BehaviourName, 'practice' | 'certainty'>;
}
