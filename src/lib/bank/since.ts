import type { Fact } from './primer.ts';

/** A note on what has changed about a fact, or has become known of it, since the primer was written. */
export type Since = Fact['since'][number];

/**
 * Whether a note tells of a change. One without a day, or of a day before the primer’s, says more exactly what was so then.
 *
 * @param asOf the day of the primer
 */
export function isChange<T extends Pick<Since, 'date'>>(
	since: T,
	asOf: string
): since is T & { date: string } {
	return since.date !== undefined && since.date > asOf;
}

/** All that has changed about some facts since the day of their primer. */
export function changesSince(facts: readonly Pick<Fact, 'since'>[], asOf: string): Since[] {
	return facts.flatMap(({ since }) => since).filter((each) => isChange(each, asOf));
}
