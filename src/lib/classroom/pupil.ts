import type { Certainty } from '#lib/quiz/behaviour.ts';

/** Somebody who takes part in a class. */
export interface Pupil {
	/** Random; says nothing of the person. */
	id: string;
	/** As it is shown: cleaned, and never markup. */
	name: string;
	/** The same without what makes names only look different; nobody else in the class has it. */
	nameKey: string;
	/** The name of a team of the set-up; null without teams. */
	team: string | null;
	/** In the class; held back until the host lets them in; or removed by the host. */
	standing: 'in' | 'held' | 'removed';
	/** Milliseconds since 1970 by the server’s clock. */
	joinedAt: number;
}

/** What a pupil has answered in a round. */
export interface ClassAnswer {
	/** The number of the round. */
	round: number;
	pupil: string;
	/** Any JSON; other values are kept as JSON writes them. */
	response: unknown;
	/** Null where it is not asked for. */
	certainty: Certainty | null;
	/** When it came: milliseconds since 1970 by the server’s clock. */
	at: number;
	/** Chosen by the pupil’s page for each answer, so that sending it again changes nothing. */
	key: string;
}
