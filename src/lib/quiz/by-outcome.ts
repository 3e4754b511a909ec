import type { Item } from '#lib/bank/item.ts';
import type { Outcome } from '#lib/bank/outcome.ts';

import { entryAt, type QuizContext } from './context.ts';
import { scoreOf, type Entry } from './entry.ts';
import { markOf } from './mark.ts';

/** From this share of its marks on, a learner has shown an outcome. */
const REACHED = 0.75;

/** What a quiz shows of something that a learner should be able to do. */
export interface OutcomeResult<O> {
	outcome: O;
	/** How many items asked for it, and how many of them were entirely right. */
	asked: number;
	right: number;
	/** Whether the learner has shown it: three quarters of the marks. */
	reached: boolean;
}

/**
 * What a quiz shows of each outcome that its items ask for, in the order of the outcomes. An item that has left the
 * course, or is not known, counts for none. How sure the learner was does not matter here; further tries do.
 *
 * @param factsOf the facts that an item rests on; undefined where the item is not known
 */
export function byOutcome<O extends Pick<Outcome, 'facts'>>(
	context: QuizContext,
	outcomes: readonly O[],
	factsOf: (item: string) => Item['facts'] | undefined
): OutcomeResult<O>[] {
	return outcomes.flatMap((outcome) => {
		const entries = context.form.items.flatMap((item, position) => {
			const entry = entryAt(context, position);
			const asks = factsOf(item)?.some((fact) => outcome.facts.includes(fact)) ?? false;
			return asks && entry.ungraded !== 'gone' ? entry : [];
		});
		if (entries.length === 0) return [];
		const earned = entries.reduce((sum, entry) => sum + shareOf(entry, context), 0);
		const right = entries.filter((entry) => scoreOf(entry)?.fraction === 1).length;
		return { outcome, asked: entries.length, right, reached: earned / entries.length >= REACHED };
	});
}

/** What an answer shows, from 0 to 1. */
function shareOf(entry: Entry, { behaviour }: Pick<QuizContext, 'behaviour'>): number {
	return behaviour.certainty ? (scoreOf(entry)?.fraction ?? 0) : markOf(entry, behaviour);
}
