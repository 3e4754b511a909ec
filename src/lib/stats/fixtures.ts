import fc from 'fast-check';

import type { Answer, ScoreTable } from './table.ts';

/** An answer that earned this, for tests. */
export function earned(fraction: number, picks: readonly string[] | null = null): Answer {
	return { fraction, answered: true, picks };
}

/**
 * A table for tests: a row of scores for each learner, null where an item was not asked. Items are called a, b, c and so
 * on, and are all of point 1 unless it says otherwise.
 */
export function tableOf(
	scores: readonly (readonly (number | null)[])[],
	points: readonly number[] = []
): ScoreTable {
	const width = Math.max(0, ...scores.map((row) => row.length));
	const ids = Array.from({ length: width }, (_, index) => String.fromCharCode(97 + index));
	return {
		items: ids.map((id, index) => ({ id, point: points[index] ?? 1, options: [] })),
		rows: scores.map((row, index) => ({
			learner: String(index),
			answers: new Map(
				row.flatMap((fraction, place): [string, Answer][] =>
					fraction === null ? [] : [[ids[place] ?? '', earned(fraction)]]
				)
			)
		}))
	};
}

/** Scores of up to 12 learners at up to 6 items; each is a share that a rule may give, or was not asked. */
export const anyScores = fc.integer({ min: 0, max: 6 }).chain((items) =>
	fc.array(
		fc.array(fc.option(fc.constantFrom(0, 1 / 3, 0.5, 2 / 3, 0.9, 1), { nil: null }), {
			minLength: items,
			maxLength: items
		}),
		{ maxLength: 12 }
	)
);

/** Scores of learners who all had the same items, each right or wrong. */
export const rightOrWrong = fc.integer({ min: 2, max: 6 }).chain((items) =>
	fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: items, maxLength: items }), {
		minLength: 4,
		maxLength: 12
	})
);

/**
 * Ten students at a quiz of ten items: K. L. Wuensch’s worked example of the KR-20 (East Carolina University, StatHelp,
 * KR20.txt). Its totals have a variance of 5.84 (divided by n) and its items together one of 2.18.
 */
export const wuensch = [
	[1, 1, 1, 1, 1, 1, 0, 1, 1, 0],
	[1, 0, 1, 1, 0, 1, 1, 1, 0, 1],
	[1, 1, 1, 1, 0, 1, 1, 0, 0, 1],
	[0, 0, 1, 0, 0, 0, 1, 0, 0, 0],
	[0, 0, 0, 0, 0, 1, 0, 0, 1, 0],
	[1, 1, 1, 0, 1, 1, 1, 1, 1, 1],
	[1, 1, 0, 1, 1, 1, 0, 1, 1, 1],
	[1, 1, 1, 1, 1, 1, 1, 1, 0, 1],
	[0, 1, 0, 1, 1, 1, 1, 1, 0, 1],
	[1, 1, 0, 1, 1, 0, 1, 1, 1, 0]
];
