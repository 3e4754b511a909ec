import { stepFact } from './fact-step.ts';
import { inOrder } from './log-order.ts';
import { cellLevels, type CellLevel } from './mastery.ts';
import type { Review } from './review.ts';
import type { FactState } from './state.ts';

/** What some answers did to one fact. */
export interface Moved {
	fact: string;
	/** Where it stood before the first of them, and after the last. */
	from: CellLevel;
	to: CellLevel;
	/**
	 * - `rose`: to a higher level than before, and the last answer was right;
	 * - `fell`: to a lower one;
	 * - `missed`: it is where it was, or seen for the first time, and was not right;
	 * - `stayed`: it was right, and is where it was.
	 */
	how: 'rose' | 'fell' | 'missed' | 'stayed';
	/** The day on which it should be asked again, with all that was answered since: `2026-11-25`. */
	due: string;
}

/**
 * What some answers of a log did to the facts that they asked for, in the order in which these were asked for first.
 * It follows from the log alone, so that it can be told again whenever a result is looked at.
 *
 * @param log of one primer, in any order
 * @param answers the ids of the answers; those that the log does not have are passed over
 */
export function movedBy(log: readonly Review[], answers: ReadonlySet<string>): Moved[] {
	const asked = new Set(log.filter(({ id }) => answers.has(id)).flatMap(({ facts }) => facts));
	const states = new Map<string, FactState>();
	const moves = new Map<string, Omit<Moved, 'how' | 'due'> & { missed: boolean }>();
	for (const review of inOrder(log)) {
		for (const fact of new Set(review.facts)) {
			if (!asked.has(fact)) continue;
			const before = states.get(fact);
			const after = stepFact(before, fact, review);
			states.set(fact, after);
			if (!answers.has(review.id)) continue;
			const from = moves.get(fact)?.from ?? before?.level ?? 'unseen';
			moves.set(fact, { fact, from, to: after.level, missed: after.relearning });
		}
	}
	return [...moves.values()].map(({ missed, ...move }) => ({
		...move,
		how: howOf(move, missed),
		due: states.get(move.fact)?.due ?? ''
	}));
}

function howOf({ from, to }: Pick<Moved, 'from' | 'to'>, missed: boolean): Moved['how'] {
	const rise = cellLevels.indexOf(to) - cellLevels.indexOf(from);
	if (rise < 0) return 'fell';
	if (missed) return 'missed';
	return rise > 0 ? 'rose' : 'stayed';
}
