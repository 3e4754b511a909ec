import { findItem, type Bank } from '#lib/bank/bank.ts';
import * as m from '#lib/paraglide/messages.js';
import { behaviours } from '#lib/quiz/behaviour.ts';
import { fullMark } from '#lib/quiz/mark.ts';
import type { ReadResult, ReadResults } from '#lib/results/read-results.ts';
import type { Analysis, ItemAnalysis } from '#lib/stats/analysis.ts';
import type { Statistic } from '#lib/stats/statistic.ts';
import { plainText } from '#lib/text/rich.ts';

import type { Cell } from './csv.ts';
import { pickWords } from './pick-words.ts';

/** One learner's result, as a row of a table has it. */
export interface LearnerRow {
	attempt: string;
	name: string;
	/** The mean score of the first tries that count, from 0 to 1; null where none does. */
	share: number | null;
	/** What was earned after all tries, and what could be; of what counts alone, as all that follows. */
	earned: number;
	possible: number;
	answered: number;
	asked: number;
	minutes: number;
	finishedAt: number;
}

/** What learners did, in the order in which their results were read. */
export function learnerRows({ results, table }: ReadResults): LearnerRow[] {
	return results.map(({ result, unfit }, index) => {
		const fractions = [...(table.rows[index]?.answers.values() ?? [])].map(({ fraction }) => fraction);
		const not = new Set(unfit.map(({ item }) => item));
		const items = result.items.filter(({ item, state }) => state !== 'gone' && !not.has(item));
		return {
			attempt: result.attempt,
			name: nameOf(result, index),
			share: fractions.length === 0 ? null : sum(fractions) / fractions.length,
			earned: sum(items.map(({ earned }) => earned)),
			possible: items.length * fullMark(behaviours[result.behaviour]),
			answered: items.filter(({ state }) => state === 'scored').length,
			asked: items.length,
			minutes: result.seconds / 60,
			finishedAt: result.finishedAt
		};
	});
}

/** What a learner is called: as they want to be, or by their place. */
export function nameOf({ name }: Pick<ReadResult['result'], 'name'>, index: number): string {
	return name ?? m.result_learner({ number: index + 1 });
}

/** A row for each learner, and a column for each question with the score of the first try. */
export function learnersTable(read: ReadResults): Cell[][] {
	const ids = read.table.items.map(({ id }) => id);
	const head = [
		m.result_name(),
		m.result_share(),
		m.result_marks(),
		m.result_possible(),
		m.result_answered(),
		m.result_asked(),
		m.result_minutes(),
		m.result_finished(),
		m.result_attempt()
	];
	const rows = learnerRows(read).map((row, index): Cell[] => [
		row.name,
		row.share === null ? null : rounded(row.share),
		rounded(row.earned),
		row.possible,
		row.answered,
		row.asked,
		rounded(row.minutes),
		new Date(row.finishedAt).toISOString(),
		// An attempt of digits alone would be read as a number.
		`#${row.attempt}`,
		...ids.map((id) => read.table.rows[index]?.answers.get(id)?.fraction ?? null)
	]);
	return [[...head, ...ids], ...rows];
}

/** A row for each question with its figures, the hardest first as they are given. */
export function itemsTable(items: readonly ItemAnalysis[], bank: Pick<Bank, 'items'>): Cell[][] {
	const head = [
		m.result_question(),
		m.result_point(),
		m.result_stem(),
		m.result_asked(),
		m.result_answered(),
		...[m.result_facility(), m.result_discrimination()].flatMap((name) => [
			name,
			m.result_low({ name }),
			m.result_high({ name }),
			m.result_is_provisional({ name })
		]),
		m.result_tempted(),
		m.result_tempted_share()
	];
	const rows = items.map((analysed): Cell[] => {
		const item = findItem(bank, analysed.id);
		const tempting = temptationOf(analysed);
		return [
			analysed.id,
			analysed.point,
			item ? plainText(item.stem) : null,
			analysed.asked,
			analysed.answered,
			...figures(analysed.facility),
			...figures(analysed.discrimination),
			item && tempting ? pickWords(item, tempting.id) : null,
			typeof tempting?.share === 'number' ? rounded(tempting.share) : null
		];
	});
	return [head, ...rows];
}

/** The wrong thing that most picked; undefined where nobody picked any. */
export function temptationOf({
	options
}: Pick<ItemAnalysis, 'options'>): Analysis['items'][number]['options'][number] | undefined {
	return options
		.filter(({ key, chosen }) => !key && chosen > 0)
		.reduce<ItemAnalysis['options'][number] | undefined>(
			(most, each) => (most && most.chosen >= each.chosen ? most : each),
			undefined
		);
}

function figures(of: Statistic): Cell[] {
	if (of.state === 'unknown') return [null, null, null, null];
	return [
		rounded(of.value),
		rounded(of.low),
		rounded(of.high),
		of.provisional ? m.result_yes() : m.result_no()
	];
}

/** To three decimals, as a table has it. */
export function rounded(value: number): number {
	return Math.round(value * 1000) / 1000 + 0;
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
