import { isMapping } from '#lib/text/mapping.ts';

/*
 * Whether a value is a response at all. Scorers ask, and so does code that knows only the public view, before
 * anything is handed in. An id may be any text, even `constructor`, so none is looked up in a plain object.
 */

/** The id of a label for each place; places without one are missing. */
export type Assigned = Record<string, string>;

/** Whether this names one of some parts. */
export function isOneOf(ids: readonly string[], given: unknown): given is string {
	return typeof given === 'string' && ids.includes(given);
}

/** Whether this names some parts or none, each once and in any order. */
export function isSomeOf(ids: readonly string[], given: unknown): given is string[] {
	if (!Array.isArray(given)) return false;
	// A copy has no holes, which `every` would skip.
	const list: unknown[] = Array.from(given);
	return list.every((id) => isOneOf(ids, id)) && new Set(list).size === list.length;
}

/** Whether this is an order of all parts, or none yet: an empty list, or one with an empty text where a place is free. */
export function isOrderOf(ids: readonly string[], given: unknown): given is string[] {
	if (!Array.isArray(given)) return false;
	const placed = Array.from(given, (id: unknown) => id).filter((id) => id !== '');
	return isSomeOf(ids, placed) && (given.length === 0 || given.length === ids.length);
}

/** Whether this gives texts to places, whatever the places are. */
export function isAssigned(given: unknown): given is Assigned {
	return isMapping(given) && Object.values(given).every((text) => typeof text === 'string');
}

/** Whether this gives existing places a label or nothing. */
export function isAssignmentOf(
	places: readonly string[],
	labels: readonly string[],
	given: unknown
): given is Assigned {
	if (!isAssigned(given) || !Object.keys(given).every((id) => places.includes(id))) return false;
	return Object.values(given).every((id) => id === '' || labels.includes(id));
}

/** Whether this is a verdict and one of some reasons, each `null` if it was not given. */
export function isVerdictAndReason(
	reasons: readonly string[],
	given: unknown
): given is { verdict: boolean | null; reason: string | null } {
	if (!isMapping(given)) return false;
	const { verdict, reason, ...more } = given;
	const isReason = reason === null || reason === '' || isOneOf(reasons, reason);
	return (verdict === null || typeof verdict === 'boolean') && isReason && Object.keys(more).length === 0;
}

/** Whether a value nests lists or objects deeper than some number of levels. */
export function isDeeper(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

/** The ids of some parts. */
export function idsOf(parts: readonly { id: string }[]): string[] {
	return parts.map(({ id }) => id);
}
