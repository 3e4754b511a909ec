import type { DayState } from '../state.ts';

/** How long a session takes, about, in milliseconds. */
const SESSION = 10 * 60_000;

/** The share of a session that is planned ahead; the rest is for asking again what goes wrong. */
const PLANNED = 0.8;

/** How long an answer takes where nothing is known of the learner, in milliseconds. */
const UNKNOWN = 25_000;
const QUICKEST = 10_000;
const SLOWEST = 90_000;

/**
 * How long the explanation takes to read, in milliseconds; no record says. It is about sixty words, with the verdict
 * and the fact that it rests on, and silent reading goes at 238 words a minute.
 *
 * @see Brysbaert (2019), How many words do we read per minute?, Journal of Memory and Language 109
 */
const READING = 15_000;

type Day = Pick<DayState, 'answers' | 'spent'>;

/**
 * How long a learner takes for an item and its explanation, in milliseconds, judging by some of their days; the item
 * alone counts for 10 to 90 seconds.
 */
export function paceOf(days: readonly Day[]): number {
	const answers = days.reduce((sum, day) => sum + day.answers, 0);
	if (answers === 0) return UNKNOWN + READING;
	const spent = days.reduce((sum, day) => sum + day.spent, 0);
	return Math.min(SLOWEST, Math.max(QUICKEST, spent / answers)) + READING;
}

/** How many items are planned for a session of about ten minutes, at the learner’s pace on some days; one at least. */
export function sessionLength(days: readonly Day[]): number {
	return Math.max(1, Math.floor((SESSION * PLANNED) / paceOf(days)));
}
