import type { Bank } from '#lib/bank/bank.ts';
import { drawOverOutcomes } from '#lib/bank/draw-outcomes.ts';
import { outcomesOf } from '#lib/bank/outcome.ts';
import { openItems, servesExamsAlone } from '#lib/bank/serving.ts';
import { OUTCOMES_COUNT } from '#lib/quiz/set-form.ts';

const finals = new WeakMap<Bank, { outcomes: number; count: number } | null>();

/** How many outcomes a course has, and how many items its final test; null where it has neither. */
export function finalTestOf(bank: Bank): { outcomes: number; count: number } | null {
	const known = finals.get(bank);
	if (known !== undefined) return known;
	const outcomes = servesExamsAlone(bank.primer) ? [] : outcomesOf(bank.primer.points);
	const request = { count: OUTCOMES_COUNT, seed: 'any' };
	const count = drawOverOutcomes(openItems(bank), outcomes, request).length;
	const found = count > 0 ? { outcomes: outcomes.length, count } : null;
	finals.set(bank, found);
	return found;
}
