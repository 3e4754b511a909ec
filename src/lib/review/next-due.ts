import { LAST_DAY } from './day.ts';
import type { FactState } from './state.ts';

/** The day on which something is due where nothing was learnt. */
export const NEVER = LAST_DAY;

/** The first day, from one on, on which any of some facts is due; {@link NEVER} where none is. */
export function nextDue(facts: Iterable<Pick<FactState, 'due'>>, from = ''): string {
	let first = NEVER;
	for (const { due } of facts) if (due >= from && due < first) first = due;
	return first;
}
