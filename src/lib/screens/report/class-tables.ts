import type { ToldReport } from '#lib/classroom/told.ts';
import * as m from '#lib/paraglide/messages.js';
import { sum } from '#lib/stats/moments.ts';
import type { Cell } from '#lib/screens/teach/csv.ts';
import { itemsTable, rounded } from '#lib/screens/teach/results-tables.ts';

import { shownItems, shownPupils } from './shown.ts';

/**
 * A row for each pupil in the order in which they joined, and a column for each question in the order of the set-up with
 * what was right of it, from 0 to 1. It is empty where the question does not count for them, or could not be read.
 *
 * @param realNames the real name of a pupil by their id, where it is known
 */
export function pupilsTable(told: ToldReport, realNames: ReadonlyMap<string, string> = new Map()): Cell[][] {
	const { report, setup } = told;
	const ids = report.items.map(({ id }) => id);
	const [hasNames, hasTeams] = [realNames.size > 0, setup.teams.length > 0];
	const head = [
		m.result_name(),
		...(hasNames ? [m.report_name_in_class()] : []),
		...(hasTeams ? [m.report_team()] : []),
		m.report_share(),
		...(setup.scoring === 'none' ? [] : [m.result_marks(), m.result_possible()]),
		m.result_answered(),
		m.result_asked()
	];
	const rows = shownPupils(told, 'joined', realNames).map((pupil): Cell[] => {
		const { marks, possible, scores } = pupil.report;
		return [
			pupil.name,
			...(hasNames ? [pupil.inClass ?? pupil.name] : []),
			...(hasTeams ? [pupil.team] : []),
			pupil.share === null ? null : rounded(pupil.share),
			...(setup.scoring === 'none' ? [] : [rounded(marks), rounded(possible)]),
			scores.filter(({ answered }) => answered).length,
			scores.length,
			...ids.map((id) => {
				const fraction = scores.find(({ item }) => item === id)?.fraction ?? null;
				return fraction === null ? null : rounded(fraction);
			})
		];
	});
	return [[...head, ...ids], ...rows];
}

/** A row for each question with its figures, the hardest first. */
export function questionsTable(told: ToldReport): Cell[][] {
	const items = shownItems(told, 'hardest').map(({ report }) => report);
	const [head = [], ...rows] = itemsTable(
		items.map(({ analysis }) => analysis),
		told.course
	);
	const more = items.map(({ rounds, comparison }): Cell[] => {
		const time = rounds.at(-1)?.medianTime ?? null;
		const share = (of: number | null | undefined) => (typeof of === 'number' ? rounded(of) : null);
		const twice = comparison && [
			comparison.stayedRight,
			comparison.rightToWrong,
			comparison.wrongToRight,
			comparison.stayedWrong
		];
		return [
			time === null ? null : rounded(time / 1000),
			rounds.length,
			twice ? sum(twice) : null,
			share(comparison?.before),
			share(comparison?.after),
			share(comparison?.gain?.value)
		];
	});
	return [
		[
			...head,
			m.report_csv_median(),
			m.report_csv_rounds(),
			m.report_csv_both(),
			m.report_csv_before(),
			m.report_csv_after(),
			m.report_gain()
		],
		...rows.map((row, index) => [...row, ...(more[index] ?? [])])
	];
}
