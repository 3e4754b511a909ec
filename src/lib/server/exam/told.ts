import { findItem, type Bank } from '#lib/bank/bank.ts';
import { revealed, type Revealed } from '#lib/bank/revealed.ts';
import type { ReplyEvent } from '#lib/quiz/event.ts';
import { sumOf, type Sent, type SittingReply } from '#lib/quiz/exchange.ts';

import type { Exams, Seen } from './exams.ts';
import { inWordsOf } from './grade.ts';

/** What a page shows of a closed sitting, in the words of a bank; null while it is open. */
export function replyOf(
	bank: Bank,
	{ sitting: { closed }, answers }: Seen
): Extract<ReplyEvent, { type: 'graded' }> | null {
	if (!closed) return null;
	const { at, by, gone, grades } = closed;
	return {
		type: 'graded',
		grades: inWordsOf(bank, grades, answers),
		closing: { at, by, gone, answers }
	};
}

/** The items of a sitting with their keys, which only a closed one may show; removed items are missing. */
export function revealedOf(bank: Bank, { sitting: { form } }: Seen): Revealed {
	return revealed(
		bank,
		form.items.flatMap((id) => findItem(bank, id) ?? [])
	);
}

/** Takes what a page of an exam has sent, hands in if it asks for that, and returns what the server has. */
export async function exchange(
	exams: Exams,
	bank: Bank,
	id: string,
	{ answers, known, handIn }: Sent
): Promise<SittingReply> {
	const taken = await (handIn ? exams.handIn(id, bank, answers) : exams.take(id, bank, answers));
	if (taken === 'unknown') return { state: 'refused', refusal: 'late' };
	if (taken === 'altered') return { state: 'refused', refusal: 'altered' };
	const { now } = exams;
	const reply = replyOf(bank, taken);
	if (reply) return { state: 'closed', now, reply, revealed: revealedOf(bank, taken) };
	const news = sumOf(taken.answers) === known ? [] : taken.answers;
	return { state: 'open', now, answers: news, unfit: taken.unfit };
}
