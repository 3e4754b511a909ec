import { own } from '#lib/kinds/own.ts';
import { isNothing } from '#lib/kinds/score.ts';

import type { Entry } from './entry.ts';
import type { ReplyEvent } from './event.ts';

type Graded = Extract<ReplyEvent, { type: 'graded' }>;

/**
 * The entry of an item once its form was graded. If the server says which answer it had, that one counts: anything
 * given later, or never sent, does not, and the learner is told.
 *
 * @param now when the grades came: milliseconds since 1970
 */
export function gradedEntry(id: string, entry: Entry, { grades, closing }: Graded, now: number): Entry {
	const score = own(grades, id);
	const kept = closing?.answers.find(({ item }) => item === id);
	const { response, answeredAt } = closing
		? { response: kept?.response ?? null, answeredAt: kept?.at ?? null }
		: entry;
	return {
		...entry,
		response,
		answeredAt,
		tries: score?.state === 'scored' ? [{ response, score }] : [],
		scoredAt: score?.state === 'scored' ? (closing?.at ?? now) : null,
		status: 'settled',
		ungraded: closing?.gone.includes(id) ? 'gone' : score?.state === 'malformed' ? score.malformation : null,
		late: !isNothing(entry.response) && JSON.stringify(entry.response) !== JSON.stringify(response)
	};
}
