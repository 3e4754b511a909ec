import * as m from '#lib/paraglide/messages.js';
import type { Behaviour } from '#lib/quiz/behaviour.ts';
import { scoreOf, type Entry } from '#lib/quiz/entry.ts';
import { markOf } from '#lib/quiz/mark.ts';
import { shortOfTheEnds } from '#lib/text/rounding.ts';
import { earnedNumber } from '#lib/ui/when.ts';

/** How an item came out, for its colour, its symbol and its words. */
export type Correctness = 'right' | 'partly' | 'wrong' | 'unanswered' | 'unreadable' | 'gone';

/** How an item came out in the end. */
export function correctnessOf(entry: Entry): Correctness {
	const score = scoreOf(entry);
	if (entry.ungraded !== null) return entry.ungraded === 'gone' ? 'gone' : 'unreadable';
	if (!score) return 'unanswered';
	return score.fraction === 1 ? 'right' : score.fraction > 0 ? 'partly' : 'wrong';
}

/** The headline over the feedback on an item. */
export const headlines: Record<Correctness, () => string> = {
	right: m.outcome_right,
	partly: m.outcome_partly,
	wrong: m.outcome_wrong,
	unanswered: m.outcome_unanswered,
	unreadable: m.outcome_unreadable,
	gone: m.outcome_gone
};

/** What an item earned, in words: “1 mark”, “½ is written 0.5 marks”. */
export function marksInWords(entry: Entry, behaviour: Behaviour): string {
	const mark = markOf(entry, behaviour);
	const number = `${mark > 0 && behaviour.certainty ? '+' : ''}${earnedNumber(mark, Math.ceil(mark))}`;
	// What is read decides on the plural: 1.04 is “1 mark”.
	return m.marks_in_words({ count: shortOfTheEnds(mark, Math.ceil(mark), 10), number });
}
