import type { Fact } from '#lib/bank/primer.ts';
import type { DayState, FactState, ItemState } from '#lib/review/state.ts';

/** What a device keeps of a learner’s study of one primer, as far as the map shows it. */
export interface Learner {
	facts: FactState[];
	items: ItemState[];
	/** In order. */
	days: DayState[];
	/** The items, by id, that are marked as flawed. */
	flawed: ReadonlySet<string>;
	/** Whether days in a row are counted. */
	streak: boolean;
}

/** A fact as the map shows it. */
export type MapFact = Pick<
	Fact,
	'id' | 'title' | 'point' | 'claim' | 'where' | 'since' | 'status' | 'source' | 'checked'
>;
