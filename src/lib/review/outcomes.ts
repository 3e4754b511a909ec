import type { Outcome } from '#lib/bank/outcome.ts';

import { cellsOf, type Cell, type KnowledgeMap } from './mastery.ts';

/**
 * How far a learner is with something that a course is for:
 * - `new`: none of its facts was seen;
 * - `begun`: some were, and not all are known;
 * - `reached`: all are known;
 * - `fading`: all were, and some would probably not be recalled now.
 */
export type Attainment = 'new' | 'begun' | 'reached' | 'fading';

/** How far a learner is with an outcome. */
export interface OutcomeAttainment<O> {
	outcome: O;
	attainment: Attainment;
	/** How many of its facts are known, of those that can be studied. */
	known: number;
	total: number;
}

/**
 * How far a learner is with each outcome, by the map of what they know: a fact is known from familiar on. Outcomes without a fact to study are passed over.
 */
export function attainmentsOf<O extends Pick<Outcome, 'facts'>>(
	outcomes: readonly O[],
	map: KnowledgeMap
): OutcomeAttainment<O>[] {
	const cells = new Map(cellsOf(map).map((cell) => [cell.fact, cell]));
	return outcomes.flatMap((outcome) => {
		const own = outcome.facts.flatMap((fact) => cells.get(fact) ?? []);
		if (own.length === 0) return [];
		const known = own.filter(isKnown).length;
		return { outcome, known, total: own.length, attainment: attainmentOf(own, known) };
	});
}

/**
 * The outcomes that a learner can do after some answers and could not before, as far as levels go.
 *
 * @param before and after: the map without the answers, and with them
 */
export function newlyReached<O extends Pick<Outcome, 'facts'>>(
	outcomes: readonly O[],
	{ before, after }: { before: KnowledgeMap; after: KnowledgeMap }
): O[] {
	const done = ({ attainment }: OutcomeAttainment<O>) => attainment === 'reached' || attainment === 'fading';
	const known = new Set(attainmentsOf(outcomes, before).flatMap((each) => (done(each) ? each.outcome : [])));
	return attainmentsOf(outcomes, after).flatMap((each) =>
		each.attainment === 'reached' && !known.has(each.outcome) ? each.outcome : []
	);
}

function isKnown({ level }: Cell): boolean {
	return level !== 'unseen' && level !== 'seen';
}

function attainmentOf(cells: readonly Cell[], known: number): Attainment {
	if (cells.every(({ level }) => level === 'unseen')) return 'new';
	if (known < cells.length) return 'begun';
	return cells.some(({ fading, missed }) => fading || missed) ? 'fading' : 'reached';
}
