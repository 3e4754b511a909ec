import { findItem, type Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { score } from '#lib/kinds/index.ts';
import type { Score } from '#lib/kinds/score.ts';

import type { ClassContext, Round } from './context.ts';
import type { ClassAnswer, Pupil } from './pupil.ts';

/** All that a class has come to. */
export interface ClassRecord {
	context: ClassContext;
	pupils: readonly Pupil[];
	answers: readonly ClassAnswer[];
	/** The course in the language of the class. */
	bank: Bank;
}

/** An answer with its score. */
export interface ScoredAnswer {
	answer: ClassAnswer;
	score: Score;
}

/** A round, its item, and what those who take part have answered, by pupil. */
export interface AnsweredRound {
	round: Round;
	item: Item;
	answers: ReadonlyMap<string, ScoredAnswer>;
}

/** Who takes part: neither held back nor removed. */
export function presentIn({ pupils }: ClassRecord): Pupil[] {
	return pupils.filter(({ standing }) => standing === 'in');
}

/** Some rounds with their scored answers, in their order. One whose item has left the course is left out. */
export function answeredRounds(record: ClassRecord, counts: (round: Round) => boolean): AnsweredRound[] {
	const present = new Set(presentIn(record).map(({ id }) => id));
	const byRound = Map.groupBy(record.answers, ({ round }) => round);
	return record.context.rounds.filter(counts).flatMap((round) => {
		const item = findItem(record.bank, record.context.setup.items[round.position] ?? '');
		if (!item) return [];
		const those = (byRound.get(round.number) ?? []).filter(({ pupil }) => present.has(pupil));
		const answers = new Map(
			those.map((answer) => [answer.pupil, { answer, score: score(item, answer.response) }])
		);
		return [{ round, item, answers }];
	});
}

/** How many of the items that were asked, whose answers were shown, the course has no longer. */
export function lostItems({ bank, context: { rounds, setup } }: ClassRecord): number {
	const shown = new Set(rounds.filter(({ closedAt }) => closedAt !== null).map(({ position }) => position));
	return [...shown].filter((position) => !findItem(bank, setup.items[position] ?? '')).length;
}

/** Of some rounds the newest of each item, in the order of the items: a round replaces those before it. */
export function newestOfEach(rounds: readonly AnsweredRound[]): AnsweredRound[] {
	const newest = new Map(rounds.map((each) => [each.round.position, each]));
	return [...newest.values()].sort((one, other) => one.round.position - other.round.position);
}

/**
 * Whether a round counts for a pupil. Who joins late counts from then: a round that was closed before they came is none
 * that they missed. One that was still open, or that they answered, counts.
 */
export function countsFor({ round, answers }: AnsweredRound, { id, joinedAt }: Pupil): boolean {
	return answers.has(id) || round.closedAt === null || joinedAt <= round.closedAt;
}

/** The score of a pupil in a round, from 0 to 1; 0 without an answer, null where it could not be read. */
export function fractionOf({ answers }: AnsweredRound, pupil: string): number | null {
	const score = answers.get(pupil)?.score;
	if (score?.state === 'malformed') return null;
	return score?.state === 'scored' ? score.fraction : 0;
}
