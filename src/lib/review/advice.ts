import { cellsOf, type KnowledgeMap } from './mastery.ts';

/** What to do next, with what it names. */
export type Advice =
	/** Nothing has been learnt yet. */
	| { code: 'begin'; point: number }
	/** This many facts are due today. */
	| { code: 'review'; facts: number }
	/** A point that has facts not seen yet, and how many. */
	| { code: 'learn'; point: number; facts: number }
	/** This many facts are fading, though not due yet. */
	| { code: 'fading'; facts: number }
	/** This many items were answered wrong the last time, on an earlier day. */
	| { code: 'mistakes'; items: number }
	/** Every fact that can be asked is mastered; the first of them comes back on this day. */
	| { code: 'mastered'; day: string }
	/** Nothing is left to do until this day. */
	| { code: 'rest'; day: string };

/**
 * The best thing for a learner to do next: the first that applies. Facts that cannot be asked are ignored.
 *
 * @param mistakes how many mistakes of earlier days a sitting would ask again
 * @returns undefined for a course without facts to ask
 */
export function adviceFor(map: KnowledgeMap, mistakes: number): Advice | undefined {
	const cells = cellsOf(map).filter(({ askable }) => askable);
	const states = cells.flatMap(({ state }) => state ?? []);
	const unseen = cells.filter(({ state }) => state === null);
	const point = unseen[0]?.point;
	const [next] = states.map(({ due }) => due).sort();
	if (next === undefined) return point === undefined ? undefined : { code: 'begin', point };

	const due = cells.filter((cell) => cell.due).length;
	if (due > 0) return { code: 'review', facts: due };
	if (point !== undefined)
		return { code: 'learn', point, facts: unseen.filter((cell) => cell.point === point).length };
	const fading = cells.filter((cell) => cell.fading).length;
	if (fading > 0) return { code: 'fading', facts: fading };
	if (mistakes > 0) return { code: 'mistakes', items: mistakes };
	return { code: cells.every(({ level }) => level === 'mastered') ? 'mastered' : 'rest', day: next };
}
