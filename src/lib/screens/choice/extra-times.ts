import * as m from '#lib/paraglide/messages.js';
import { shortNumber } from '#lib/ui/when.ts';

/** What learners commonly have a right to, by what the time is multiplied. */
const common: ReadonlyMap<number, () => string> = new Map([
	[1.25, m.extra_quarter],
	[1.33, m.extra_third],
	[1.5, m.extra_half],
	[2, m.extra_double]
]);

/** The factors to choose from, the smallest first; others, from an address, stay among them as they are. */
export function extraTimesWith(others: readonly number[]): number[] {
	const all = new Set([...common.keys(), ...others.filter((factor) => factor > 1)]);
	return [...all].sort((one, other) => one - other);
}

/** How much more time a factor gives. */
export function extraTimeWords(factor: number): string {
	return common.get(factor)?.() ?? `× ${shortNumber(factor)}`;
}
