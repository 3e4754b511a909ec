import type { Certainty } from '#lib/quiz/behaviour.ts';

import { answeredRounds, countsFor, newestOfEach, presentIn, type ClassRecord } from './counted.ts';
import { pupilReport, type PupilReport } from './report.ts';
import { standingsOf } from './standings.ts';

/** What a pupil gave to one item. */
export interface OwnAnswer {
	item: string;
	/** The number of the round that counts. */
	round: number;
	/** Null where there is none. */
	response: unknown;
	certainty: Certainty | null;
	/** When it was given, or else when the round was closed: milliseconds since 1970 by the server’s clock. */
	at: number;
}

/** What one pupil may be told of themselves. */
export interface OwnResult extends PupilReport {
	/** From 1; null where the class has no standings. */
	place: number | null;
	/** Those to the items of `scores`, in the same order. */
	answers: OwnAnswer[];
}

/**
 * What a pupil has come to in what was revealed by now: nothing is told of a round before. When a class ends, all that was
 * closed is revealed. Undefined where nobody of that id takes part.
 */
export function ownResultOf(record: ClassRecord, id: string): OwnResult | undefined {
	const pupil = presentIn(record).find((each) => each.id === id);
	if (!pupil) return undefined;
	const revealed = newestOfEach(answeredRounds(record, ({ revealedAt }) => revealedAt !== null));
	const { standings, scoring } = record.context.setup;
	return {
		...pupilReport(record, revealed, pupil),
		place:
			standings && scoring !== 'none'
				? (standingsOf(record).find((standing) => standing.id === id)?.place ?? null)
				: null,
		answers: revealed
			.filter((each) => countsFor(each, pupil))
			.map(({ round, item, answers }) => {
				const given = answers.get(id)?.answer;
				return {
					item: item.id,
					round: round.number,
					response: given?.response ?? null,
					certainty: given?.certainty ?? null,
					at: given?.at ?? round.closedAt ?? round.opensAt
				};
			})
	};
}
