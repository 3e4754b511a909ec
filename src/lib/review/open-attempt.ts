import { timeAllowed } from '#lib/quiz/form.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';

import { DAY } from './day.ts';

/** An attempt that can go on. */
export interface OpenAttempt {
	code: 'go-on';
	isExam: boolean;
	/** How many questions are neither settled nor skipped, of how many. */
	left: number;
	total: number;
	/** Where it goes on: the query of the quiz page’s address, from `?`. */
	address: string;
	/** When its time is over, in milliseconds since 1970; null without a limit. */
	endsAt: number | null;
}

/** How long an attempt without a limit is what to do now after its last answer, in milliseconds: then it was left for good. */
const WEEK = 7 * DAY;

/**
 * The attempt to go on with before anything else: the exam whose time runs out first, or else the one that was answered last.
 * An exam whose time is over has a result instead.
 *
 * @param now milliseconds since 1970
 */
export function openAttempt(
	records: readonly Pick<
		AttemptRecord,
		'form' | 'outcome' | 'address' | 'done' | 'startedAt' | 'updatedAt'
	>[],
	now: number
): OpenAttempt | undefined {
	const ends = (record: Pick<AttemptRecord, 'form' | 'startedAt'>) =>
		record.startedAt + timeAllowed(record.form);
	const [first] = records
		.filter((record) => record.outcome === null && now < ends(record) && now - record.updatedAt < WEEK)
		.sort((one, other) =>
			ends(one) === ends(other) ? other.updatedAt - one.updatedAt : ends(one) - ends(other)
		);
	if (!first) return undefined;
	const { form, address, done } = first;
	return {
		...{ code: 'go-on', isExam: form.behaviour === 'exam', address },
		...{ left: Math.max(0, form.items.length - done), total: form.items.length },
		endsAt: form.minutes === null ? null : ends(first)
	};
}
