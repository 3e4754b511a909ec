import type { AttemptRecord } from '#lib/quiz/record.ts';

/** What is dated in a file. */
export type Dated = { at: number } | AttemptRecord;

/** Two clocks that are right, each by the calendar of its place, are less than this apart, in milliseconds. */
const LEEWAY = 2 * 86_400_000;

/**
 * Where in an entry the first date stands that is still to come: `at`, `log[3].at`; undefined where there is none. A
 * fact that was answered in a hundred years would not be asked again before.
 *
 * @param now milliseconds since 1970
 */
export function placeAhead(entry: Dated, now: number): string | undefined {
	return momentsOf(entry).find(({ at }) => at > now + LEEWAY)?.place;
}

interface Moment {
	place: string;
	at: number;
}

function momentsOf(entry: Dated): Moment[] {
	if (!('log' in entry)) return [{ place: 'at', at: entry.at }];
	const { startedAt, log, outcome, updatedAt } = entry;
	return [
		{ place: 'startedAt', at: startedAt },
		...log.map(({ at }, index) => ({ place: `log[${index}].at`, at })),
		...(outcome ? [{ place: 'outcome.at', at: outcome.at }] : []),
		{ place: 'updatedAt', at: updatedAt }
	];
}
