import type { Rich } from '#lib/text/rich.ts';

/**
 * What became of one part of a response (an option, a blank, a pair):
 * - `right`: given, and as the key has it;
 * - `wrong`: given, and not as the key has it;
 * - `missed`: part of the key, and not given;
 * - `passed`: not part of the key, and rightly left alone.
 */
export type Verdict = 'right' | 'wrong' | 'missed' | 'passed';

export interface Part {
	/** The part's id in the item: an option's, a blank's, a premise's, an element's, a span's. */
	id: string;
	verdict: Verdict;
	/** The rationale that applies: why the key is right, or what tempts in this answer and why it fails. */
	why?: Rich;
	/** Present when `why` is the key's own reason though something else was given: it gives the key away. */
	tellsKey?: true;
	/** What would have been right, where the part has a right answer of its own and it was not given. */
	key?: Rich;
	/** Present when a typing slip was forgiven: the accepted form that was meant. */
	meant?: string;
}

/** Why a response cannot be scored. The learner is told, and it is never counted as wrong. */
export type Malformation =
	/** The response does not have the shape that the kind asks for, or names parts the item does not have. */
	| 'not-a-response'
	/** A number was asked for. */
	| 'not-a-number'
	/** The number carries a unit that is not the one asked for. */
	| 'other-unit'
	/** The typed text is longer than any answer. */
	| 'too-long';

export type Score =
	| {
			state: 'scored';
			/** From 0 (nothing right) to 1 (all right). */
			fraction: number;
			parts: Part[];
	  }
	| { state: 'unanswered' }
	| { state: 'malformed'; malformation: Malformation };

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
 * What may be told before another try: of each part that was given, whether it was right, and why where that does not
 * give the key away.
 */
export function beforeAnotherTry(parts: readonly Part[]): Part[] {
	return parts
		.filter(({ verdict }) => verdict === 'right' || verdict === 'wrong')
		.map(({ key: _key, why, tellsKey, ...part }) =>
			why === undefined || tellsKey ? part : { ...part, why }
		);
}

/** A named scoring rule: from what became of each part to a fraction between 0 and 1. */
export type Rule = (parts: readonly Part[]) => number;

/** How many parts met this verdict. */
export function count(parts: readonly Part[], verdict: Verdict): number {
	return parts.filter((part) => part.verdict === verdict).length;
}

/** 1 when every part is right or passed, else 0. */
export function allOrNothing(parts: readonly Part[]): number {
	return parts.every((part) => part.verdict === 'right' || part.verdict === 'passed') ? 1 : 0;
}

/** Right parts over all parts. */
export function shareRight(parts: readonly Part[]): number {
	return count(parts, 'right') / parts.length;
}
