import { findItem, type Bank } from '#lib/bank/bank.ts';
import { revealed } from '#lib/bank/revealed.ts';

import { lostItems, type ClassRecord } from './counted.ts';
import { ownResultOf } from './own.ts';
import type { ShownCourse, ToldOwn } from './pupil-protocol.ts';
import type { Pupil } from './pupil.ts';
import { reportOf, type ClassReport } from './report.ts';
import type { ClassSetup } from './setup.ts';

const DAY = 86_400_000;

/** When a class was, in milliseconds since 1970, and the code with which one joined. */
export interface ClassTimes {
	code: string;
	createdAt: number;
	/** Null while it is running. */
	endedAt: number | null;
}

/** What a host is told of a class. It goes over the network as JSON. */
export interface ToldReport extends ClassTimes {
	/** When the server deletes it: milliseconds since 1970; null while it is running. */
	keptUntil: number | null;
	report: ClassReport;
	/** How many of the items asked are not in it, since the course has them no longer. */
	lost: number;
	pupils: Pupil[];
	setup: ClassSetup;
	course: ShownCourse;
}

/**
 * What a host is told of a class.
 *
 * @param keepDays how many days the server keeps a class after its end
 */
export function toldReport(record: ClassRecord, times: ClassTimes, keepDays: number): ToldReport {
	const report = reportOf(record);
	const { code, createdAt, endedAt } = times;
	return {
		...{ code, createdAt, endedAt, keptUntil: keptUntil(times, keepDays) },
		report,
		lost: lostItems(record),
		pupils: [...record.pupils],
		setup: record.context.setup,
		course: shownCourse(
			record.bank,
			report.items.map(({ id }) => id)
		)
	};
}

/**
 * What a pupil is told of themselves: of what was revealed alone. Undefined where nobody of that id takes part.
 *
 * @param keepDays how many days the server keeps a class after its end
 */
export function toldOwn(
	record: ClassRecord,
	pupil: string,
	times: ClassTimes,
	keepDays: number
): ToldOwn | undefined {
	const own = ownResultOf(record, pupil);
	const name = record.pupils.find(({ id }) => id === pupil)?.name;
	if (!own || name === undefined) return undefined;
	return {
		name,
		own,
		hasMarks: record.context.setup.scoring !== 'none',
		seed: record.context.setup.seed,
		endedAt: times.endedAt,
		keptUntil: keptUntil(times, keepDays),
		course: shownCourse(
			record.bank,
			own.scores.map(({ item }) => item)
		)
	};
}

function keptUntil({ endedAt }: ClassTimes, keepDays: number): number | null {
	return endedAt === null ? null : endedAt + keepDays * DAY;
}

function shownCourse(bank: Bank, ids: readonly string[]): ShownCourse {
	const { id, title, language, points, source } = bank.primer;
	return {
		...{ id, title, language, date: source.date },
		...(source.called !== undefined && { source: source.called }),
		points: points.map((point) => ({ id: point.id, title: point.title })),
		...revealed(
			bank,
			ids.flatMap((item) => findItem(bank, item) ?? [])
		)
	};
}
