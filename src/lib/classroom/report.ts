import { analyse, hardestFirst, type Analysis, type ItemAnalysis } from '#lib/stats/analysis.ts';
import { mean } from '#lib/stats/moments.ts';
import { optionsOf, picksOf } from '#lib/stats/picks.ts';
import type { Answer } from '#lib/stats/table.ts';

import { takenAt } from './context.ts';
import {
	answeredRounds,
	countsFor,
	fractionOf,
	newestOfEach,
	presentIn,
	type AnsweredRound,
	type ClassRecord
} from './counted.ts';
import type { RoundTally, TwoRounds } from './host-protocol.ts';
import { compared } from './peer-instruction.ts';
import type { PupilReport } from './pupil-protocol.ts';
import type { Pupil } from './pupil.ts';
import { earnedIn } from './standings.ts';
import { tallied } from './tally.ts';

/** A round that was closed. */
export interface RoundReport {
	number: number;
	isSecond: boolean;
	tally: RoundTally;
	/** From the opening to a pupil’s last answer, in milliseconds, without pauses; null where nobody answered, or at their own pace. */
	medianTime: number | null;
}

/** What a class made of one item. */
export interface ItemReport {
	id: string;
	/** Of its newest closed round. */
	analysis: ItemAnalysis;
	/** Its closed rounds, in the order in which they were asked. */
	rounds: RoundReport[];
	/** The newest second round against the one before it; undefined without one. */
	comparison: TwoRounds | undefined;
}

/** A mean score, from 0 to 1, at some items. */
export interface Share<Of> {
	of: Of;
	items: number;
	share: number;
}

/** What a class came to. */
export interface ClassReport {
	/** In the order of the set-up; items that were not asked, or only skipped, are missing. */
	items: ItemReport[];
	/** In the order in which they joined. */
	pupils: PupilReport[];
	points: Analysis['points'];
	/** By fact, in the order in which they were asked for. */
	facts: Share<string>[];
	facility: Analysis['facility'];
	reliability: Analysis['reliability'];
	/** The ids of items that were not right for all, the worst first: to be asked again. */
	worst: string[];
}

/**
 * The report of a class. Only rounds that were closed count, and of each item the newest; who joined late counts from
 * then. An item that somebody did not answer counts 0; an answer that could not be read counts nothing in the analysis,
 * and earns no marks.
 */
export function reportOf(record: ClassRecord): ClassReport {
	const present = presentIn(record);
	const closed = answeredRounds(record, ({ closedAt }) => closedAt !== null);
	const newest = newestOfEach(closed);
	const analysis = analyse({
		items: newest.map(({ item }) => ({ id: item.id, point: item.point, options: optionsOf(item) })),
		rows: present.map((pupil) => ({ learner: pupil.id, answers: answersOf(newest, pupil) }))
	});
	const ofItem = new Map(analysis.items.map((each) => [each.id, each]));
	return {
		items: newest.flatMap(({ item, round: { position } }) => {
			const rounds = closed.filter(({ round }) => round.position === position);
			const itsAnalysis = ofItem.get(item.id);
			return itsAnalysis
				? [
						{
							id: item.id,
							analysis: itsAnalysis,
							rounds: rounds.map((round) => roundReport(round, record, present)),
							comparison: comparedRounds(rounds)
						}
					]
				: [];
		}),
		pupils: present.map((pupil) => pupilReport(record, newest, pupil)),
		points: analysis.points,
		facts: sharesBy(
			newest.flatMap((round) => {
				const share = mean(present.flatMap((pupil) => fractionsFor([round], pupil)));
				return share === undefined ? [] : round.item.facts.map((of) => ({ of, share }));
			})
		),
		facility: analysis.facility,
		reliability: analysis.reliability,
		worst: hardestFirst(analysis.items).flatMap(({ id, facility }) =>
			facility.state === 'known' && facility.value < 1 ? [id] : []
		)
	};
}

function answersOf(rounds: readonly AnsweredRound[], pupil: Pupil): Map<string, Answer> {
	return new Map(
		rounds.flatMap((each): [string, Answer][] => {
			const fraction = fractionOf(each, pupil.id);
			if (fraction === null || !countsFor(each, pupil)) return [];
			const given = each.answers.get(pupil.id);
			const answered = given?.score.state === 'scored';
			const picks = answered ? picksOf(each.item, given.answer.response) : [];
			return [[each.item.id, { fraction, answered, picks }]];
		})
	);
}

function roundReport(each: AnsweredRound, { context }: ClassRecord, present: readonly Pupil[]): RoundReport {
	const { round, item, answers } = each;
	const asked = present.filter((pupil) => countsFor(each, pupil)).length;
	const times = [...answers.values()].map(({ answer }) => takenAt(round, answer.at));
	return {
		number: round.number,
		isSecond: round.isSecond,
		tally: tallied(item, [...answers.values()], asked),
		medianTime: context.setup.pace === 'own' ? null : medianOf(times)
	};
}

function medianOf(values: readonly number[]): number | null {
	const sorted = values.toSorted((one, other) => one - other);
	const middle = (sorted.length - 1) / 2;
	const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
	return low === undefined || high === undefined ? null : (low + high) / 2;
}

/**
 * The newest second round of an item against the one before it; undefined without one.
 *
 * @param rounds those of one item, in the order in which they were asked
 */
function comparedRounds(rounds: readonly AnsweredRound[]): TwoRounds | undefined {
	const at = rounds.findLastIndex(({ round }) => round.isSecond);
	const [first, second] = [rounds[at - 1], rounds[at]];
	if (!first || !second) return undefined;
	const [before, after] = [scoresIn(first), scoresIn(second)];
	const twice = [...before.keys()].filter((pupil) => after.has(pupil));
	const tallyOf = ({ item, answers }: AnsweredRound) =>
		tallied(
			item,
			twice.flatMap((pupil) => answers.get(pupil) ?? []),
			twice.length
		);
	return { ...compared(before, after), first: tallyOf(first), second: tallyOf(second) };
}

function scoresIn({ answers }: AnsweredRound): Map<string, number> {
	return new Map(
		[...answers].flatMap(([pupil, { score }]): [string, number][] =>
			score.state === 'scored' ? [[pupil, score.fraction]] : []
		)
	);
}

/** What a pupil came to in some rounds, the newest of each item. */
export function pupilReport(
	{ context }: ClassRecord,
	newest: readonly AnsweredRound[],
	pupil: Pupil
): PupilReport {
	const rounds = newest.filter((round) => countsFor(round, pupil));
	const missed = rounds.filter((round) => fractionOf(round, pupil.id) !== 1).map(({ item }) => item);
	const shares = rounds.flatMap((round) =>
		fractionsFor([round], pupil).map((share) => ({ of: round.item.point, share }))
	);
	return {
		pupil: pupil.id,
		...earnedIn(context, rounds, pupil.id),
		scores: rounds.map((round) => ({
			item: round.item.id,
			fraction: fractionOf(round, pupil.id),
			answered: round.answers.has(pupil.id)
		})),
		points: sharesBy(shares).sort((one, other) => one.of - other.of),
		missed: {
			items: missed.map(({ id }) => id),
			facts: [...new Set(missed.flatMap(({ facts }) => facts))]
		}
	};
}

/** The scores of a pupil in the rounds that count for them and could be read. */
function fractionsFor(rounds: readonly AnsweredRound[], pupil: Pupil): number[] {
	return rounds.filter((each) => countsFor(each, pupil)).flatMap((each) => fractionOf(each, pupil.id) ?? []);
}

function sharesBy<Of>(shares: readonly { of: Of; share: number }[]): Share<Of>[] {
	return [...Map.groupBy(shares, ({ of }) => of)].map(([of, those]) => ({
		of,
		items: those.length,
		share: mean(those.map(({ share }) => share)) ?? 0
	}));
}
