import { LAST_DAY } from './day.ts';
import type { FactState } from './state.ts';

/** The next due day of somebody who has learnt nothing. */
export const NEVER = LAST_DAY;

/** The first day, from the given one on, on which any of these facts is due; {@link NEVER} if none is. */
export function nextDue(facts: Iterable<Pick<FactState, 'due'>>, from = ''): string {
	let first = NEVER;
	for (const { due } of facts) if (due >= from && due < first) first = due;
	return first;
}
