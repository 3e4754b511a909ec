import { isBank } from '#lib/bank/arrived.ts';
import { idsAt, revealedAt } from '#lib/bank/revealed.ts';

/** The address of the course that the address of some of its items belongs to. */
export function courseOfItems(items: string): string {
	return new URL('../course', items).pathname;
}

/**
 * What the server would answer when asked for the items of a quiz; undefined if the course lacks one of them, or if
 * what was kept is no course. A page that gets only some of its items does not ask for the others.
 *
 * @param address as the page asks for it: `/paris-call/quiz/items?ids=…`
 * @param course as it was kept
 */
export async function itemsFrom(course: Response, address: string): Promise<Response | undefined> {
	const bank: unknown = await course.json();
	if (!isBank(bank)) return undefined;
	const url = new URL(address);
	const told = revealedAt(bank, url);
	return told.items.length === idsAt(url).length ? Response.json(told) : undefined;
}
