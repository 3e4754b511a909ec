import { answeredRounds, countsFor, newestOfEach, presentIn, type ClassRecord } from './counted.ts';
import type { OwnResult } from './pupil-protocol.ts';
import { pupilReport } from './report.ts';
import { standingsOf } from './standings.ts';

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
