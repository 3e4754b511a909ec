import type { StudyOutline, ItemOutline } from '../outline.ts';
import type { DayState, FactState } from '../state.ts';
import { fitsWith, itemsByFact, soundItems } from './askable.ts';
import { chooseItem } from './choose-item.ts';
import { drawLot } from './draw-lot.ts';
import { interleaved } from './interleave.ts';
import { sessionLength } from './pace.ts';
import { together } from './together.ts';

export interface ReviewRequest {
	outline: StudyOutline;
	/** The facts that are due. */
	due: readonly FactState[];
	/** The facts that were asked before, by id. */
	seen: ReadonlySet<string>;
	/** Recent days, from which the learner’s pace is estimated. */
	days: readonly Pick<DayState, 'answers' | 'spent'>[];
	/** The items that the learner has marked as flawed. */
	flawed: ReadonlySet<string>;
	seed: string;
}

/** An item of a session, and the due facts that it asks for. */
export interface PlannedItem {
	item: string;
	facts: string[];
}

export interface ReviewPlan {
	/** In the order in which they are asked. */
	items: PlannedItem[];
	/** How many due facts wait for a later session. */
	waiting: number;
}

/**
 * Plans today’s session: what is due, the longest overdue first, for about ten minutes at the learner’s own pace, with
 * time for the explanations and for asking again. An item that asks for several due facts serves them all. Enemies
 * never meet, so a fact may have to wait; a fact that cannot be asked does not count. Neighbours belong to different
 * points where possible. The same request plans the same session.
 */
export function planReview({ outline, due, seen, days, flawed, seed }: ReviewRequest): ReviewPlan {
	const most = sessionLength(days);
	const byFact = itemsByFact(soundItems(outline, flawed));
	const askable = inTurn(
		due.filter(({ fact }) => byFact.has(fact)),
		seed
	);
	const dueFacts = new Set(askable.map(({ fact }) => fact));
	const served = new Set<string>();
	const taken: ItemOutline[] = [];
	for (const fact of askable) {
		if (taken.length === most) break;
		if (served.has(fact.fact)) continue;
		const candidates = (byFact.get(fact.fact) ?? []).filter((item) => fitsWith(item, taken));
		const item = chooseItem(candidates, fact, seen, seed);
		if (!item) continue;
		taken.push(item);
		for (const one of item.facts) if (dueFacts.has(one)) served.add(one);
	}
	return {
		items: interleaved(together(taken, outline.items), seed).map(({ id, facts }) => ({
			item: id,
			facts: facts.filter((fact) => dueFacts.has(fact))
		})),
		waiting: dueFacts.size - served.size
	};
}

/** The longest overdue first; those of the same day in an order that is drawn. */
function inTurn(due: readonly FactState[], seed: string): FactState[] {
	return due
		.map((state) => ({ state, lot: drawLot(seed, state.fact) }))
		.sort((one, other) =>
			one.state.due === other.state.due ? one.lot - other.lot : one.state.due < other.state.due ? -1 : 1
		)
		.map(({ state }) => state);
}
