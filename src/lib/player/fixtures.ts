import type { Bank } from '#lib/bank/bank.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import { publicView } from '#lib/kinds/index.ts';
import type { LearnerEvent } from '#lib/quiz/event.ts';
import type { Seen } from '#lib/server/exam/exams.ts';
import { replyOf, revealedOf } from '#lib/server/exam/told.ts';

import type { AttemptKeeping, AttemptPlace, QuizHost } from './host.ts';
import type { QuizData } from './quiz-data.ts';

/**
 * What the page of an exam starts with, for tests: the sitting as its server has it, and the time by its
 * clock.
 */
export function examPage(bank: Bank, seen: Seen, now: number): QuizData {
	const { sitting, answers } = seen;
	const at = sitting.startedAt;
	const log: LearnerEvent[] = answers.length > 0 ? [{ type: 'elsewhere', at, answers }] : [];
	if (sitting.closed) log.push({ type: 'finish', at }, { type: 'submit', at });
	const revealed = revealedOf(bank, seen);
	return {
		...(sitting.closed ? revealed : { items: [], facts: [], pictures: {} }),
		id: `b?sitting=${sitting.id}`,
		address: '?sitting=1',
		form: sitting.form,
		points: [],
		asOf: '2018-11-13',
		language: 'en',
		views: sitting.closed
			? []
			: revealed.items.map((item) => viewOf(item, publicView(item, orderOf(sitting.form.seed, item.id)))),
		elapsed: now - at,
		posted: { startedAt: at, log, reply: replyOf(bank, seen) },
		sitting: { token: '1', answers }
	};
}

/** A host’s store of attempts that is already open, for tests. */
export function keptIn(place: AttemptPlace): AttemptKeeping {
	return { mayHold: () => Promise.resolve(true), open: () => Promise.resolve(place) };
}

/** A host that keeps nothing and leads nowhere, except for what a test specifies. */
export function hostWith(given: Partial<QuizHost>): QuizHost {
	return {
		language: 'en',
		headingLevel: 1,
		now: Date.now,
		reload: () => undefined,
		fetchItems: () => Promise.reject(new Error('Nobody should ask for keys.')),
		...given
	};
}
