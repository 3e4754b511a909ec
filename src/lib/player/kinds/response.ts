import { listIn, partsIn } from '#lib/kinds/asked.ts';

/*
 * What the current response gives to the parts of an item. It may come from storage and have any shape: what does not fit
 * the item is left out, so that learners never hand in what they do not see.
 */

interface Known {
	id: string;
}

/** The ids that were chosen, in the order in which they are shown. */
export function chosenIds(response: unknown, known: readonly Known[]): string[] {
	const given = listIn(response);
	return known.flatMap(({ id }) => (given.includes(id) ? [id] : []));
}

/** The ids after one was chosen or deselected; `null` when none is left. */
export function toggled(chosen: readonly string[], id: string, on: boolean): string[] | null {
	const others = chosen.filter((other) => other !== id);
	return given(on ? [...others, id] : others);
}

/** What was given for each part: a label's id, or typed text. */
export function assignments(response: unknown, parts: readonly string[]): Record<string, string> {
	return Object.fromEntries([...partsIn(response)].filter(([part]) => parts.includes(part)));
}

/** The assignments after one was given, or taken back by an empty text; `null` when none is left. */
export function assign(
	current: Record<string, string>,
	part: string,
	value: string
): Record<string, string> | null {
	const entries = Object.entries({ ...current, [part]: value }).filter(([, text]) => text !== '');
	return given(entries) && Object.fromEntries(entries);
}

/** What was given to each place of an order, from the first to the last: an id, or `null` where it is free. */
export function placesIn(response: unknown, known: readonly Known[]): (string | null)[] {
	const order: unknown[] = Array.isArray(response) && response.length === known.length ? response : [];
	return known.map((_, place) => known.find(({ id }) => order.indexOf(id) === place)?.id ?? null);
}

/** The given order; `null` if it is incomplete. */
export function wholeOrder(response: unknown, known: readonly Known[]): string[] | null {
	const order = placesIn(response, known).flatMap((id) => id ?? []);
	return order.length === known.length ? order : null;
}

/** The ids with the one at a place moved to another; both count from 0. */
export function moved(order: readonly string[], from: number, to: number): string[] {
	const rest = order.toSpliced(from, 1);
	return rest.toSpliced(to, 0, ...order.slice(from, from + 1));
}

function given<T>(list: T[]): T[] | null {
	return list.length > 0 ? list : null;
}
