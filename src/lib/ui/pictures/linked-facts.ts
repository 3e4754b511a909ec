import type { NamedFact } from '#lib/bank/primer.ts';

/** What it takes to name the facts that a drawing rests on, and to lead to them. */
export interface LinkedFacts {
	/** Of the page of facts. */
	address: string;
	facts: readonly NamedFact[];
	/** Of the course. */
	language: string;
}
