import type { Behaviour, Certainty } from './behaviour.ts';
import { scoreOf, type Entry } from './entry.ts';

/** Marks for a right and a wrong answer at each certainty: Moodle’s certainty-based marking, after Gardner-Medwin (1995). */
export const certaintyMarks: Record<Certainty, { right: number; wrong: number }> = {
	1: { right: 1, wrong: 0 },
	2: { right: 2, wrong: -2 },
	3: { right: 3, wrong: -6 }
};

/**
 * What an item earns.
 *
 * Without certainty: the last try's fraction, less the penalty for every try before it, from 0 to 1. With certainty:
 * from −6 to 3; a partly right answer earns its share of the marks for a right one, and only an answer with nothing
 * right loses any, as in Moodle. An item without a scored try earns 0.
 */
export function markOf(entry: Entry, behaviour: Behaviour): number {
	const score = scoreOf(entry);
	if (!score) return 0;
	if (!behaviour.certainty) {
		return Math.max(0, score.fraction - behaviour.penalty * (entry.tries.length - 1));
	}
	const marks = certaintyMarks[entry.certainty ?? 1];
	return score.fraction === 0 ? marks.wrong : marks.right * score.fraction;
}

/** The most that an item can earn: 1, or 3 where certainty counts. */
export function fullMark(behaviour: Behaviour): number {
	return behaviour.certainty ? certaintyMarks[3].right : 1;
}

/** A sum of marks, and the most that it could have been. */
export interface Tally {
	earned: number;
	possible: number;
	/** How many items were entirely right, scored otherwise, answered but not readable, and never answered. */
	right: number;
	partlyOrWrong: number;
	unreadable: number;
	unanswered: number;
	/** How many items had left the course when the form was graded: they do not count. */
	gone: number;
}

/** Adds up what some items earned. */
export function tally(entries: readonly Entry[], behaviour: Behaviour): Tally {
	const counted = entries.filter(({ ungraded }) => ungraded !== 'gone');
	const scores = counted.map(scoreOf);
	const right = scores.filter((score) => score?.fraction === 1).length;
	const unscored = scores.filter((score) => score === null).length;
	const unreadable = counted.filter(({ ungraded }) => ungraded !== null).length;
	return {
		earned: counted.reduce((sum, entry) => sum + markOf(entry, behaviour), 0),
		possible: counted.length * fullMark(behaviour),
		right,
		partlyOrWrong: counted.length - right - unscored,
		unreadable,
		unanswered: unscored - unreadable,
		gone: entries.length - counted.length
	};
}
