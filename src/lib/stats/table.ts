/** What one learner earned at one item that they were asked. */
export interface Answer {
	/** The score of the first try, from 0 to 1; 0 where the item was passed over. */
	fraction: number;
	/** Whether anything was given. */
	answered: boolean;
	/** What was given, as {@link picksOf} names it; null where that is not known. */
	picks: readonly string[] | null;
}

/** An item as a table has it. */
export interface TableItem {
	id: string;
	/** The point of the primer; 0 is the primer as a whole. */
	point: number;
	/** What there is to pick, as far as that is known beforehand, in the order in which it is told. */
	options: readonly { id: string; key: boolean }[];
}

/** What one learner earned, by the item's id. An item that is missing was not asked, or not reached, and counts nothing. */
export interface TableRow {
	learner: string;
	answers: ReadonlyMap<string, Answer>;
}

/** Scored answers of some learners to some items: what item analysis starts from. */
export interface ScoreTable {
	items: readonly TableItem[];
	rows: readonly TableRow[];
}
