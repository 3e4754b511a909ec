import type { TrueFalseReasonResponse } from '#lib/kinds/true-false-reason.ts';

/*
 * Readers of the current response. It may come from storage and have any shape: what does not fit the item is
 * left out, so that learners never hand in what they do not see.
 */

interface Known {
	id: string;
}

/** The text of a typed response. */
export function typed(response: unknown): string {
	return typeof response === 'string' ? response : '';
}

/** The ids that were chosen, in the order in which they are shown. */
export function chosenIds(response: unknown, known: readonly Known[]): string[] {
	const given = new Set<unknown>(Array.isArray(response) ? response : []);
	return known.flatMap(({ id }) => (given.has(id) ? [id] : []));
}

/** The ids after one was chosen or deselected; `null` when none is left. */
export function toggled(chosen: readonly string[], id: string, on: boolean): string[] | null {
	const others = chosen.filter((other) => other !== id);
	return given(on ? [...others, id] : others);
}

/** What was given for each part: a label's id, or typed text. */
export function assignments(response: unknown, parts: readonly string[]): Record<string, string> {
	const entries = entriesOf(response).flatMap(([part, value]): [string, string][] =>
		typeof value === 'string' && parts.includes(part) ? [[part, value]] : []
	);
	return Object.fromEntries(entries);
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

/** A verdict and its reason, each `null` if not given. */
export function verdictAndReason(response: unknown): TrueFalseReasonResponse {
	const { verdict, reason }: Record<string, unknown> = Object.fromEntries(entriesOf(response));
	return {
		verdict: typeof verdict === 'boolean' ? verdict : null,
		reason: typeof reason === 'string' ? reason : null
	};
}

function entriesOf(response: unknown): [string, unknown][] {
	return typeof response === 'object' && response !== null ? Object.entries(response) : [];
}

function given<T>(list: T[]): T[] | null {
	return list.length > 0 ? list : null;
}
