import type { Item } from '#lib/bank/item.ts';
import { entryAt, type QuizContext } from '#lib/quiz/context.ts';
import { markOf } from '#lib/quiz/mark.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';
import { fingerprint } from '#lib/text/fingerprint.ts';

import { FORMAT, isTellable, RESULT_VERSION, tidyName, type Result, type ResultItem } from './format.ts';

/** An attempt that is finished, and what it was of. */
export interface FinishedAttempt {
	/** As it is kept, or as the quiz goes on to keep it. */
	record: Pick<AttemptRecord, 'id' | 'startedAt' | 'log'>;
	/** What the statechart knows at its end. */
	context: QuizContext;
	/** The language of the edition, as a tag. */
	language: string;
	/** The revision of an item, by its id; 1 where the item is no longer there, or says none. */
	revOf: (item: string) => Item['rev'];
}

/**
 * The result of a finished attempt, to be written as a file or as a code. It tells what was answered, and nothing of who
 * did but the name that they type.
 *
 * @param name what the learner wants to be called; it may be empty
 */
export function resultOf({ record, context, language, revOf }: FinishedAttempt, name = ''): Result {
	const called = tidyName(name);
	const { form, now, startedAt, paused } = context;
	return {
		format: FORMAT,
		version: RESULT_VERSION,
		// A class that opens the same link has the same id for its quiz; what each did, and when, tells them apart.
		attempt: fingerprint(JSON.stringify([record.id, record.startedAt, record.log])),
		course: form.primer,
		language,
		behaviour: form.behaviour,
		finishedAt: now,
		seconds: wholeSeconds(now - startedAt - paused),
		...(called !== '' && { name: called }),
		items: form.items.map((item, position) => itemOf(item, revOf(item) ?? 1, position, context))
	};
}

function itemOf(item: string, rev: number, position: number, context: QuizContext): ResultItem {
	const entry = entryAt(context, position);
	const first = entry.tries[0];
	return {
		item,
		rev,
		state: first ? 'scored' : stateOf(entry.ungraded),
		fraction: first ? rounded(first.score.fraction) : null,
		earned: rounded(markOf(entry, context.behaviour)),
		tries: entry.tries.length,
		certainty: context.behaviour.certainty ? entry.certainty : null,
		hinted: entry.hinted,
		seconds: wholeSeconds(entry.spent),
		response: isTellable(first?.response) ? first.response : null
	};
}

function stateOf(ungraded: QuizContext['entries'][string]['ungraded']): ResultItem['state'] {
	if (ungraded === null) return 'unanswered';
	return ungraded === 'gone' ? 'gone' : 'unreadable';
}

/** To four decimals: thirds would fill half of a code. */
function rounded(value: number): number {
	return Math.round(value * 10_000) / 10_000 + 0;
}

function wholeSeconds(milliseconds: number): number {
	return Math.max(0, Math.round(milliseconds / 1000));
}
