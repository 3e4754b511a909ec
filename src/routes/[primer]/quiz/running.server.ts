import { findItem, type Bank } from '#lib/bank/bank.ts';
import { outcomesOf } from '#lib/bank/outcome.ts';
import { revealed } from '#lib/bank/revealed.ts';
import type { QuizData } from '#lib/player/quiz-data.ts';
import type { Form } from '#lib/quiz/form.ts';

import { views } from './exam.server.ts';
import { carriedBy, withPost, type Posted } from './posted.server.ts';

/** What the page of a quiz that gives feedback begins with: its first question, or all of it where a form was posted. */
export function runningOf(
	bank: Bank,
	form: Form,
	posted: Posted | undefined
): Pick<QuizData, 'form' | 'views' | 'items' | 'facts' | 'pictures' | 'elapsed' | 'posted' | 'outcomes'> & {
	sitting: null;
} {
	const items = form.items.flatMap((id) => findItem(bank, id) ?? []);
	return {
		form,
		// A page with scripts requests the items when the learner begins; one without has them all on the
		// server.
		...(posted
			? {
					views: [],
					...revealed(bank, items),
					...(form.over && { outcomes: outcomesOf(bank.primer.points) })
				}
			: { views: views(form, items.slice(0, 1)), items: [], facts: [], pictures: {} }),
		sitting: null,
		elapsed: 0,
		posted: posted ? { ...posted, reply: null } : null
	};
}

/** The attempt that a form has carried, gone on with what was posted; a new one if it cannot go on. */
export function goneOnWith(bank: Bank, form: Form, post: FormData): Posted {
	const now = Date.now();
	const carried = carriedBy(post, form, now);
	const next = withPost(bank, { form, ...carried }, post, now);
	return next ? { startedAt: carried.startedAt, log: next.log } : { startedAt: now, log: [] };
}
