import { parseRecord } from '#lib/quiz/parse-record.ts';
import { dayOf } from '#lib/review/day.ts';
import { inOrder } from '#lib/review/log-order.ts';
import { parseFlaw } from '#lib/review/parse-flaw.ts';
import { parseReview } from '#lib/review/parse-review.ts';

import { parseSettings } from '../parse-settings.ts';
import type { ReadingSettings } from '../reading-settings.ts';
import type { LearnerData } from '../study-store.ts';
import { FILE_VERSION, FORMAT, type LearnerFile } from './format.ts';

/** A file of a learner’s data, ready to be saved. */
export interface WrittenFile {
	/** Names the day: `five-points-2026-11-25.json`. */
	name: string;
	text: string;
	/**
	 * How many entries are left out: those that cannot be read, with which no device would take the file, and attempts set
	 * aside that were started again.
	 */
	leftOut: number;
}

/**
 * Writes all that a device keeps of a learner as one file.
 *
 * @param now milliseconds since 1970
 * @param app the version of Five Points
 * @param reading how the learner likes to read, where that was chosen
 */
export function writeLearnerFile(
	data: LearnerData,
	now: number,
	app: string,
	reading?: ReadingSettings
): WrittenFile {
	const reviews = data.reviews.flatMap((value) => parseReview(value) ?? []);
	const flaws = data.flaws.flatMap((value) => parseFlaw(value) ?? []);
	const records = data.attempts.flatMap((value) => parseRecord(value) ?? []);
	const attempts = [...new Map(records.map((record) => [record.id, record])).values()];
	const settings = parseSettings(data.settings) ?? null;
	const file: LearnerFile = {
		format: FORMAT,
		version: FILE_VERSION,
		exportedAt: new Date(now).toISOString(),
		app,
		reviews: inOrder(reviews),
		flaws,
		attempts,
		settings,
		...(reading && { reading })
	};
	const kept = data.reviews.length + data.flaws.length + data.attempts.length;
	return {
		name: `five-points-${dayOf(now)}.json`,
		text: inLines(file),
		leftOut: kept - reviews.length - flaws.length - attempts.length
	};
}

/** JSON with a line for each entry: a person can read it, and one device’s file can be compared with another’s. */
function inLines(file: object): string {
	const fields = Object.entries(file).map(([key, value]: [string, unknown]) => {
		const text =
			Array.isArray(value) && value.length > 0
				? `[\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`
				: JSON.stringify(value);
		return `${JSON.stringify(key)}: ${text}`;
	});
	return `{\n${fields.join(',\n')}\n}\n`;
}
