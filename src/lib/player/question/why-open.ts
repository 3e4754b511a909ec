import * as m from '#lib/paraglide/messages.js';
import type { Malformation } from '#lib/kinds/score.ts';
import { entryAt } from '#lib/quiz/context.ts';
import { scoreOf, triesLeft } from '#lib/quiz/entry.ts';
import { isIn, type QuizState } from '#lib/quiz/state.ts';

const malformations: Record<Malformation, () => string> = {
	'not-a-response': m.not_a_response,
	'not-a-number': m.not_a_number,
	'other-unit': m.other_unit,
	'too-long': m.too_long
};

/**
 * Why an answer that should have been checked is still open, and what the learner can do; undefined if it is
 * not.
 */
export function whyOpen(quiz: QuizState): string | undefined {
	const is = (answering: 'unanswered' | 'malformed' | 'uncertain' | 'unscored' | 'retrying') =>
		isIn(quiz, `active.answering.${answering}`);
	if (is('unanswered')) return m.answer_first();
	if (is('malformed')) {
		const why = malformations[quiz.context.malformation ?? 'not-a-response']();
		return quiz.context.behaviour.feedback === 'end' ? m.unreadable_or_go_on({ why }) : why;
	}
	if (is('uncertain')) return m.certainty_first();
	if (is('unscored')) return m.answer_unchecked();
	if (!is('retrying')) return undefined;
	const entry = entryAt(quiz.context);
	const isPartly = (scoreOf(entry)?.fraction ?? 0) > 0;
	const count = triesLeft(entry, quiz.context.behaviour);
	return isPartly ? m.partly_tries_left({ count }) : m.wrong_tries_left({ count });
}
