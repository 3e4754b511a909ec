import { isRecord } from '#lib/bank/arrived.ts';
import type { Pupil } from '#lib/classroom/pupil.ts';
import type { TwoRounds } from '#lib/classroom/report.ts';
import type { Standing } from '#lib/classroom/standings.ts';
import type { Tally } from '#lib/classroom/tally.ts';

/** A pupil as a host sees them. */
export interface Person extends Omit<Pupil, 'nameKey'> {
	/** The numbers of the open rounds that they have answered. */
	answered: readonly number[];
	/** How many times as long as the others they have; null: as long as a round is open. */
	times: number | null;
	/** Why they wait to be let in, as far as their name tells; null for all others. */
	doubt: { is: 'profanity' } | { is: 'look-alike'; of: string } | null;
}

/** What the class thought of the item that is shown. */
export interface TallyTold {
	/** Its rounds that were closed, in the order in which they were asked. */
	rounds: { number: number; isSecond: boolean; tally: Tally }[];
	/** The second round against the first, with the tallies of those alone who answered both; null without one. */
	comparison: TwoRounds | null;
}

/** How pupils and teams stand. */
export interface StandingsTold {
	/** With their names. */
	pupils: (Standing & { name: string })[];
	/** By the names of the teams; empty without teams. */
	teams: Standing[];
}

/*
 * What a server has told, or undefined for what is nothing of the kind. The server has made it from what was checked, so
 * that its outline tells.
 */

export function readPeople(told: unknown): Person[] | undefined {
	const isTold = (value: unknown): value is { pupils: Person[] } =>
		isRecord(value) &&
		Array.isArray(value['pupils']) &&
		value['pupils'].every(
			(each) =>
				isRecord(each) &&
				typeof each['name'] === 'string' &&
				Array.isArray(each['answered']) &&
				(each['times'] === null || typeof each['times'] === 'number') &&
				(each['doubt'] === null || isRecord(each['doubt']))
		);
	return isTold(told) ? told.pupils : undefined;
}

export function readTally(told: unknown): TallyTold | undefined {
	const isTold = (value: unknown): value is TallyTold =>
		isRecord(value) &&
		'comparison' in value &&
		Array.isArray(value['rounds']) &&
		value['rounds'].every(
			(each) => isRecord(each) && isRecord(each['tally']) && Array.isArray(each['tally']['groups'])
		);
	return isTold(told) ? told : undefined;
}

export function readStandings(told: unknown): StandingsTold | undefined {
	const isTold = (value: unknown): value is StandingsTold =>
		isRecord(value) && Array.isArray(value['pupils']) && Array.isArray(value['teams']);
	return isTold(told) ? told : undefined;
}
