import type { Malformation, Part, Score, Verdict } from './score-schema.ts';

export type { Malformation, Part, Score, Verdict };

export type Scored = Extract<Score, { state: 'scored' }>;

export const UNANSWERED: Score = { state: 'unanswered' };

export function malformed(malformation: Malformation): Score {
	return { state: 'malformed', malformation };
}

export function scored(fraction: number, parts: Part[]): Score {
	return { state: 'scored', fraction, parts };
}

/** Nothing was given: a question left alone, a field left empty. */
export function isNothing(given: unknown): given is null | undefined | '' {
	return given === null || given === undefined || given === '';
}

/** A part that was not answered as the key has it, explained by the key's own reason. */
export function failed(part: Pick<Part, 'id' | 'why' | 'key'>, given: boolean): Part {
	return { ...part, verdict: given ? 'wrong' : 'missed', tellsKey: true };
}

/**
 * What may be shown before another try: whether each given part was right, and why if that does not give the
 * key away.
 */
export function beforeAnotherTry(parts: readonly Part[]): Part[] {
	return parts
		.filter(({ verdict }) => verdict === 'right' || verdict === 'wrong')
		.map(({ key: _key, date: _date, why, tellsKey, ...part }) =>
			why === undefined || tellsKey ? part : { ...part, why }
		);
}

/** Each part by its id. */
export function byPart(parts: readonly Part[]): ReadonlyMap<string, Part> {
	return new Map(parts.map((part) => [part.id, part]));
}

/** A named scoring rule: turns the verdicts of the parts into a fraction between 0 and 1. */
export type Rule = (parts: readonly Part[]) => number;

/** How many parts got this verdict. */
export function count(parts: readonly Part[], verdict: Verdict): number {
	return parts.filter((part) => part.verdict === verdict).length;
}

/** 1 if every part is right or passed, otherwise 0. */
export function allOrNothing(parts: readonly Part[]): number {
	return parts.every((part) => part.verdict === 'right' || part.verdict === 'passed') ? 1 : 0;
}

/** Right parts over all parts. */
export function shareRight(parts: readonly Part[]): number {
	return count(parts, 'right') / parts.length;
}
