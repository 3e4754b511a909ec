import { mean, sum } from '#lib/stats/moments.ts';

import { timesFor, type ClassContext } from './context.ts';
import {
	answeredRounds,
	countsFor,
	newestOfEach,
	presentIn,
	type AnsweredRound,
	type ClassRecord
} from './counted.ts';
import type { Standing } from './host-protocol.ts';
import { marksFor, mostFor } from './scoring.ts';

/** Marks that differ by less than this are the same: sums of fractions are not exact. */
const ROUNDING = 1e-9;

/**
 * How pupils stand, the best first. The newest revealed round of each item counts, so that nothing is told of a round
 * before it is revealed, and a second round takes the place of the first. Those who were held back or removed are out.
 */
export function standingsOf(record: ClassRecord): Standing[] {
	const rounds = revealedRounds(record);
	return placed(
		presentIn(record).map((pupil) => {
			const counted = rounds.filter((round) => countsFor(round, pupil));
			return { id: pupil.id, ...earnedIn(record.context, counted, pupil.id) };
		})
	);
}

/**
 * How teams stand, the best first: with the mean of what their members earned. The mean is taken round by round over the
 * members for whom it counts, so that somebody who joins late takes nothing from their team. A team without members has 0.
 */
export function teamStandings(record: ClassRecord): Standing[] {
	const rounds = revealedRounds(record);
	const byTeam = Map.groupBy(presentIn(record), ({ team }) => team);
	return placed(
		record.context.setup.teams.map((id) => {
			const each = rounds.map((round) => {
				const there = (byTeam.get(id) ?? []).filter((pupil) => countsFor(round, pupil));
				const earned = there.map((pupil) => earnedIn(record.context, [round], pupil.id));
				return {
					marks: mean(earned.map(({ marks }) => marks)) ?? 0,
					possible: mean(earned.map(({ possible }) => possible)) ?? 0
				};
			});
			return {
				id,
				marks: sum(each.map(({ marks }) => marks)),
				possible: sum(each.map(({ possible }) => possible))
			};
		})
	);
}

/** What a pupil earned in some rounds, and the most that they could have. What could not be read earns nothing. */
export function earnedIn(
	context: ClassContext,
	rounds: readonly AnsweredRound[],
	pupil: string
): { marks: number; possible: number } {
	const times = timesFor(context, pupil);
	const marks = rounds.map(({ round, answers }) => {
		const given = answers.get(pupil);
		if (given?.score.state !== 'scored') return 0;
		return marksFor(context.setup, { round, times }, given.answer, given.score);
	});
	const possible = rounds.map(({ round }) => mostFor(context.setup, { round, times }));
	return { marks: sum(marks), possible: sum(possible) };
}

function revealedRounds(record: ClassRecord): AnsweredRound[] {
	return newestOfEach(answeredRounds(record, ({ revealedAt }) => revealedAt !== null));
}

function placed(all: readonly Omit<Standing, 'place'>[]): Standing[] {
	const sorted = all.toSorted((one, other) => other.marks - one.marks);
	let place = 1;
	return sorted.map((each, index) => {
		if ((sorted[index - 1]?.marks ?? Infinity) - each.marks > ROUNDING) place = index + 1;
		return { ...each, place };
	});
}
