import { parseRecord } from '#lib/quiz/parse-record.ts';

import type { Wanted } from './attempt-store.ts';

/**
 * Finished exams that were set aside: for a time, a page refused the grades that it had kept itself, and began the exam
 * again. They come back, unless the new one was finished too. It is a chunk of its own, as few devices have any.
 */
export const gradedAgain: Wanted = (aside, kept) => {
	const record = parseRecord(aside);
	const isFinished = record?.grades && record.outcome;
	return isFinished && !parseRecord(kept)?.outcome ? record : undefined;
};
