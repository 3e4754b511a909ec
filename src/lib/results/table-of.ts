import { findItem, type Bank } from '#lib/bank/bank.ts';
import { score } from '#lib/kinds/index.ts';
import { behaviours, type Behaviour } from '#lib/quiz/behaviour.ts';
import { certaintyMarks } from '#lib/quiz/mark.ts';
import { isTyped, optionsOf, picksOf } from '#lib/stats/picks.ts';
import type { Answer, ScoreTable } from '#lib/stats/table.ts';

import type { Result, ResultItem } from './format.ts';

/**
 * An item of a result that is not what the course has:
 * - `gone`: the course does not have it, or no longer, or keeps it for exams;
 * - `revised`: something else is right now;
 * - `scored-otherwise`: what was answered earns another score or other marks, since the item or the result was changed;
 * - `untold`: it is said to have earned something, and not with what.
 */
export interface UnfitItem {
	item: string;
	why: 'gone' | 'revised' | 'scored-otherwise' | 'untold';
}

/** How the items of a result fit a course; those that are in neither list count, and are as they say. */
export interface CourseFit {
	/** They do not count. */
	unfit: UnfitItem[];
	/** By their ids; they count, but only an edition that is not at hand can tell whether their score is right. */
	unchecked: string[];
}

/** A score and marks are kept to four decimals. */
const ROUNDING = 0.0001;

/**
 * How the items of a result fit a course as it is.
 *
 * @param bank the course in one language
 * @param others the course in its other languages, as far as they are at hand
 */
export function fitOf(result: Result, bank: Bank, others: readonly Bank[] = []): CourseFit {
	const all = result.items.map((each) => ({ item: each.item, how: howItIs(each, result, bank, others) }));
	return {
		unfit: all.flatMap(({ item, how }) =>
			how === 'fits' || how === 'unchecked' ? [] : [{ item, why: how }]
		),
		unchecked: all.flatMap(({ item, how }) => (how === 'unchecked' ? [item] : []))
	};
}

function howItIs(
	each: ResultItem,
	{ behaviour, language }: Result,
	bank: Bank,
	others: readonly Bank[]
): 'fits' | 'unchecked' | UnfitItem['why'] {
	const item = findItem(bank, each.item);
	if (!item) return 'gone';
	if ((item.rev ?? 1) !== each.rev) return 'revised';
	if (!isEarned(each, behaviours[behaviour])) return 'scored-otherwise';
	if (each.response === null) return (each.fraction ?? 0) > 0 ? 'untold' : 'fits';
	const editions = [bank, ...others];
	const at = (tag: string) => editions.filter(({ primer }) => primer.language === tag);
	// An exam is graded by the language that gives most. Of a language that the course does not have, nothing is known but
	// that the answer has to be right in some other.
	const isAny = behaviour === 'exam' || !bank.languages.includes(language);
	const languages = isAny ? bank.languages : [language];
	const judges = isAny ? editions : at(language);
	if (judges.some((edition) => isScoredSo(each, edition))) return 'fits';
	// What may be typed differs by language; all else is scored alike wherever it is.
	const isMissing = languages.some((tag) => at(tag).length === 0);
	if (!isTyped(item)) return isScoredSo(each, bank) ? 'fits' : 'scored-otherwise';
	return isMissing ? 'unchecked' : 'scored-otherwise';
}

function isScoredSo({ item: id, response, fraction }: ResultItem, edition: Bank): boolean {
	const item = findItem(edition, id);
	const here = item && score(item, response);
	return here?.state === 'scored' && Math.abs(here.fraction - (fraction ?? -1)) <= ROUNDING;
}

/** Whether a score can have earned the marks in so many tries. What a later try gave, no result tells. */
function isEarned({ fraction, earned, tries, certainty }: ResultItem, behaviour: Behaviour): boolean {
	if (fraction === null) return earned === 0 && tries === 0;
	if (tries < 1 || tries > behaviour.tries) return false;
	if (tries > 1) return earned >= 0 && earned <= 1 - behaviour.penalty * (tries - 1) + ROUNDING;
	const marks = certaintyMarks[certainty ?? 1];
	const one = fraction === 0 ? marks.wrong : marks.right * fraction;
	return Math.abs(earned - (behaviour.certainty ? one : fraction)) <= marks.right * ROUNDING;
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
