import type { Bank } from '#lib/bank/bank.ts';
import { revealedAt } from '#lib/bank/revealed.ts';

/** The address of the course that the address of some of its items belongs to. */
export function courseOfItems(items: string): string {
	return new URL('../course', items).pathname;
}

/**
 * What the server would answer where the items of a quiz are asked for.
 *
 * @param address as the page asks for it: `/paris-call/quiz/items?ids=…`
 * @param course as it was kept, in the language of the page
 */
export async function itemsFrom(course: Response, address: string): Promise<Response> {
	const bank = (await course.json()) as Bank;
	return Response.json(revealedAt(bank, new URL(address)));
}
