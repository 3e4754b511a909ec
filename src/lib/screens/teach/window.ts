import { MOST_EXTRA_TIME } from '#lib/quiz/read-options.ts';

/** Why no link can be made of what a teacher has asked for an exam. */
export type SealProblem =
	/** What stands for a moment is none. */
	| 'not-a-moment'
	/** It would close before it opens. */
	| 'closes-first'
	/** It would be closed already. */
	| 'closed-already'
	| 'password-too-long'
	/** The choice gives no question. */
	| 'nothing';

/** When an exam is open; null: no bound. Milliseconds since 1970. */
export interface ExamWindow {
	opensAt: number | null;
	closesAt: number | null;
}

/** How many further links of an exam are made at once: each is a code to draw. */
const MOST_LONGER = 6;

/** The years in which an exam may be. */
const LAST = Date.UTC(2200, 0);

/**
 * Reads a window from the fields of a form, each empty, or a moment as a `datetime-local` field has it: with its zone, or
 * else in that of the machine that reads it.
 *
 * @param now milliseconds since 1970
 */
export function readWindow(opens: string, closes: string, now: number): ExamWindow | SealProblem {
	const [opensAt, closesAt] = [opens, closes].map(momentIn);
	if (opensAt === undefined || closesAt === undefined) return 'not-a-moment';
	if (closesAt !== null && closesAt <= now) return 'closed-already';
	if (opensAt !== null && closesAt !== null && closesAt <= opensAt) return 'closes-first';
	return { opensAt, closesAt };
}

/** Null for an empty field, undefined for what is no moment. */
function momentIn(text: string): number | null | undefined {
	if (text.trim() === '') return null;
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z?$/.test(text)) return undefined;
	// 31 February would be a day in March.
	const day = new Date(`${text.slice(0, 10)}T00:00Z`);
	if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text.slice(0, 10)) return undefined;
	const at = new Date(text).getTime();
	return Number.isNaN(at) || at < 0 || at > LAST ? undefined : at;
}

/** What a teacher has typed for an exam, as the fields of its form have it. The password is kept nowhere. */
export interface TypedExam {
	opens: string;
	closes: string;
	isOnce: boolean;
	/** See {@link readLonger}. */
	longer: number[];
}

/**
 * By what the time is multiplied in the further links of an exam, for those who have a right to more: each factor once,
 * the smallest first, and at most six; what is none is left out.
 *
 * @param texts as the boxes of a form have them, or a parameter of an address with commas between
 */
export function readLonger(texts: readonly string[]): number[] {
	const factors = texts.flatMap((text) => text.split(',')).map(Number);
	const sensible = new Set(factors.filter((factor) => factor > 1 && factor <= MOST_EXTRA_TIME));
	return [...sensible].slice(0, MOST_LONGER).sort((one, other) => one - other);
}

/** The parameters with which an address keeps what was typed for an exam. */
export const typedNames = ['opens', 'closes', 'once', 'longer'];

/** What an address keeps of it; undefined where no exam was set before. */
export function typedIn(query: URLSearchParams): TypedExam | undefined {
	const once = query.get('once');
	if (once === null) return undefined;
	const longer = readLonger(query.getAll('longer'));
	return {
		opens: query.get('opens') ?? '',
		closes: query.get('closes') ?? '',
		isOnce: once !== 'no',
		longer
	};
}

/** The same as parameters, each with its name. */
export function typedParameters({
	opens,
	closes,
	isOnce,
	longer
}: TypedExam): [name: string, value: string][] {
	return [
		['opens', opens],
		['closes', closes],
		['once', isOnce ? 'yes' : 'no'],
		['longer', longer.join(',')]
	];
}
