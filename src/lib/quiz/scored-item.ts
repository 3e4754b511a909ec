import type { Item } from '#lib/bank/item.ts';
import type { Fact } from '#lib/bank/primer.ts';

import type { Entry } from './entry.ts';

/** An item whose first answer was scored, and what was done with it. */
export interface ScoredItem {
	/** Names the answer for good: the same wherever, and however often, it is reported. */
	id: string;
	item: Item;
	/** What it rests on. */
	facts: Fact[];
	entry: Entry;
	/** When that was: milliseconds since 1970. */
	at: number;
	/** Whether it was scored before the page was opened. */
	again: boolean;
}
