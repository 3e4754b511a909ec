import { findItem, type Bank } from '#lib/bank/bank.ts';
import { score } from '#lib/kinds/index.ts';
import { optionsOf, picksOf } from '#lib/stats/picks.ts';
import type { Answer, ScoreTable } from '#lib/stats/table.ts';

import type { Result, ResultItem } from './format.ts';

/**
 * An item of a result that is not what the course has:
 * - `gone`: the course does not have it, or no longer;
 * - `revised`: something else is right now;
 * - `scored-otherwise`: what was answered earns another score here, since the item or the result was changed.
 */
export interface UnfitItem {
	item: string;
	why: 'gone' | 'revised' | 'scored-otherwise';
}

/** A score is kept to four decimals. */
const ROUNDING = 0.0001;

/** The items of a result that do not count against a course as it is. */
export function unfitIn({ items, language }: Result, bank: Bank): UnfitItem[] {
	return items.flatMap((each): UnfitItem[] => {
		const item = findItem(bank, each.item);
		if (!item) return [{ item: each.item, why: 'gone' }];
		if ((item.rev ?? 1) !== each.rev) return [{ item: each.item, why: 'revised' }];
		// What may be typed differs by language; all else is scored alike wherever it is.
		if (language !== bank.primer.language || each.response === null) return [];
		const here = score(item, each.response);
		const same = here.state === 'scored' && Math.abs(here.fraction - (each.fraction ?? -1)) <= ROUNDING;
		return same ? [] : [{ item: each.item, why: 'scored-otherwise' }];
	});
}

/**
 * The table of some results, for item analysis. An item that was passed over counts 0; those behind the last one that was
 * answered were not reached, and count nothing (Ludlow and O’Leary, 1999, Educational and Psychological Measurement 59,
 * 615–630). Nor does what could not be read. The score is that of the first try, so
 * that quizzes with one try and with several can be put together.
 */
export function tableOf(
	results: readonly { result: Result; unfit: readonly UnfitItem[] }[],
	bank: Bank
): ScoreTable {
	const rows = results.map(({ result: { attempt, items }, unfit }) => {
		const not = new Set(unfit.map(({ item }) => item));
		const last = items.findLastIndex(({ state }) => state === 'scored' || state === 'unreadable');
		const reached = items.slice(0, last + 1).filter(({ item }) => !not.has(item));
		return { learner: attempt, answers: new Map(reached.flatMap((each) => answerIn(each, bank))) };
	});
	const asked = new Set(rows.flatMap(({ answers }) => [...answers.keys()]));
	return {
		items: bank.items.flatMap((item) =>
			asked.has(item.id) ? [{ id: item.id, point: item.point, options: optionsOf(item) }] : []
		),
		rows
	};
}

function answerIn({ item: id, state, fraction, response }: ResultItem, bank: Bank): [string, Answer][] {
	const item = findItem(bank, id);
	if (!item || state === 'unreadable' || state === 'gone') return [];
	const picks = state === 'unanswered' ? [] : response === null ? null : picksOf(item, response);
	return [[id, { fraction: fraction ?? 0, answered: state === 'scored', picks }]];
}
