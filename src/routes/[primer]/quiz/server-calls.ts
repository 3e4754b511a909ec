import type { ItemView } from '#lib/bank/item.ts';
import type { Revealed } from '#lib/bank/revealed.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { HandedIn } from '#lib/ui/quiz/quiz-data.ts';
import type { HandIn } from '#lib/ui/quiz/quiz-world.ts';

/** The query that asks for the items of a form in the page’s language, whichever the reader has chosen elsewhere since. */
export function itemsQuery(ids: readonly string[]): string {
	return `?ids=${ids.map(encodeURIComponent).join(',')}&language=${getLocale()}`;
}

/**
 * Fetches the items of a form with their keys.
 *
 * @throws when the server does not answer, or no longer has them
 */
export async function fetchItems(address: string): Promise<Revealed> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`The items could not be fetched (${response.status}).`);
	return (await response.json()) as Revealed;
}

/** Hands an exam in to the server, and puts its answer, or its silence, into the quiz’s words. */
export async function handInTo(
	address: string,
	ticket: string,
	responses: Parameters<HandIn>[0]
): ReturnType<HandIn> {
	try {
		const response = await fetch(`${address}?language=${getLocale()}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ ticket, responses })
		});
		const answer = (await response.json()) as HandedIn;
		if ('refusal' in answer) return { reply: { type: 'refused', refusal: answer.refusal } };
		const { grades, ...revealed } = answer;
		return { reply: { type: 'graded', grades }, revealed };
	} catch {
		return { reply: { type: 'refused', refusal: 'unreachable' } };
	}
}

/**
 * Fetches what a learner sees of an item before answering, its options in the order of a seed.
 *
 * @param address of the views
 * @throws when the server does not answer, or no longer has the item
 */
export async function fetchView(address: string, id: string, seed: string): Promise<ItemView> {
	const response = await fetch(`${address}${itemsQuery([id])}&seed=${encodeURIComponent(seed)}`);
	const [view] = response.ok ? ((await response.json()) as ItemView[]) : [];
	if (!view) throw new Error(`The question could not be fetched (${response.status}).`);
	return view;
}
