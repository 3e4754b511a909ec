import { entryAt, type QuizContext } from './context.ts';
import type { Entry } from './entry.ts';
import { tally, type Tally } from './mark.ts';
import type { AttemptScore } from './parse-record.ts';

export type { AttemptScore };

/** The tally of one point of the primer. */
export interface PointTally extends Tally {
	point: number;
}

/**
 * What the items of each point earned, by point.
 *
 * @param pointOf the point of an item, by its id
 */
export function tallyByPoint(context: QuizContext, pointOf: (item: string) => number): PointTally[] {
	const entries = new Map<number, Entry[]>();
	context.form.items.forEach((item, position) => {
		const entry = entryAt(context, position);
		// An item that has left the course has no point, and does not count.
		if (entry.ungraded === 'gone') return;
		const point = pointOf(item);
		entries.set(point, [...(entries.get(point) ?? []), entry]);
	});
	return [...entries]
		.sort(([a], [b]) => a - b)
		.map(([point, those]) => ({ point, ...tally(those, context.behaviour) }));
}

/** What a finished attempt earned. */
export function attemptScoreOf(context: QuizContext, pointOf: (item: string) => number): AttemptScore {
	const points = tallyByPoint(context, pointOf).map(({ point, earned, possible }) => ({
		point,
		earned,
		possible
	}));
	const sum = (key: 'earned' | 'possible') => points.reduce((total, each) => total + each[key], 0);
	return { at: context.now, total: { earned: sum('earned'), possible: sum('possible') }, points };
}
