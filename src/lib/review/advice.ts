import { cellsOf, type KnowledgeMap } from './mastery.ts';

/** What to do next, with what it names. */
export type Advice =
	/** Nothing was learnt yet. */
	| { code: 'begin'; point: number }
	/** So many facts are due today. */
	| { code: 'review'; facts: number }
	/** A point that has facts not seen yet, and how many. */
	| { code: 'learn'; point: number; facts: number }
	/** So many facts are fading, though not yet due. */
	| { code: 'fading'; facts: number }
	/** So many facts went wrong and were not right on another day since. */
	| { code: 'mistakes'; facts: number }
	/** Every fact is mastered; the first of them comes back on a day. */
	| { code: 'mastered'; day: string }
	/** All is done until a day. */
	| { code: 'rest'; day: string };

/**
 * What a learner does best next: the first thing that applies.
 *
 * @returns undefined for a course without facts
 */
export function adviceFor(map: KnowledgeMap): Advice | undefined {
	const cells = cellsOf(map);
	const states = cells.flatMap(({ state }) => state ?? []);
	const first = map.points[0];
	if (!first) return undefined;
	const [next] = states.map(({ due }) => due).sort();
	if (next === undefined) return { code: 'begin', point: first.point };

	const due = cells.filter((cell) => cell.due).length;
	if (due > 0) return { code: 'review', facts: due };
	const unfinished = map.points.find(({ counts }) => counts.unseen > 0);
	if (unfinished) return { code: 'learn', point: unfinished.point, facts: unfinished.counts.unseen };
	const fading = cells.filter((cell) => cell.fading).length;
	if (fading > 0) return { code: 'fading', facts: fading };
	const wrong = states.filter(({ lapses, kinds }) => lapses > 0 && kinds.length === 0).length;
	if (wrong > 0) return { code: 'mistakes', facts: wrong };
	return { code: map.counts.mastered === map.total ? 'mastered' : 'rest', day: next };
}
