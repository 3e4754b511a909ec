import { gradesSchema } from '#lib/quiz/record.ts';
import type { HandedIn } from '#lib/ui/quiz/quiz-data.ts';
import type { HandIn } from '#lib/ui/quiz/quiz-session.svelte.ts';
import * as v from 'valibot';

/** Hands an exam in to the server, and puts its answer, or its silence, into the quiz’s words. */
export async function handInTo(
	address: string,
	ticket: string,
	responses: Parameters<HandIn>[0]
): ReturnType<HandIn> {
	try {
		const response = await fetch(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ ticket, responses })
		});
		const answer = (await response.json()) as HandedIn;
		if ('refusal' in answer) return { reply: { type: 'refused', refusal: answer.refusal } };
		const grades = v.parse(gradesSchema, answer.grades);
		return { reply: { type: 'graded', grades }, revealed: { items: answer.items, facts: answer.facts } };
	} catch {
		return { reply: { type: 'refused', refusal: 'unreachable' } };
	}
}
