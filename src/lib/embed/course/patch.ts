import { isMapping } from '#lib/text/mapping.ts';

/**
 * What has to be changed in a value of JSON to get another: of two courses that share their structure, or of one with and
 * without its explanations, the second is told in a part of its bytes.
 *
 * - `null` changes nothing, except as the value of a key, where it removes that;
 * - a mapping on a mapping changes the keys that it has;
 * - a list on a list of the same length changes entry by entry;
 * - anything else takes the place of what was there.
 */
export type Patch = unknown;

/** The least patch from one value to another; neither may hold `null`, which no course does. */
export function patchFrom(before: unknown, after: unknown): Patch {
	if (isMapping(before) && isMapping(after)) {
		const changes = Object.keys({ ...before, ...after }).flatMap((key): [string, unknown][] => {
			if (!Object.hasOwn(after, key)) return [[key, null]];
			const change = Object.hasOwn(before, key) ? patchFrom(before[key], after[key]) : after[key];
			return change === null ? [] : [[key, change]];
		});
		return changes.length === 0 ? null : Object.fromEntries(changes);
	}
	if (isList(before) && isList(after) && before.length === after.length) {
		const changes = after.map((entry, index) => patchFrom(before[index], entry));
		return changes.every((change) => change === null) ? null : changes;
	}
	return before === after ? null : after;
}

/** A value with a patch applied. The patch may be anything; what was there before stays as it is. */
export function patched(before: unknown, patch: Patch): unknown {
	if (patch === null) return before;
	if (isMapping(before) && isMapping(patch)) {
		const kept = Object.entries(before).filter(([key]) => !Object.hasOwn(patch, key));
		const changed = Object.entries(patch).flatMap(([key, change]) => {
			if (change === null) return [];
			return [[key, Object.hasOwn(before, key) ? patched(before[key], change) : change] as const];
		});
		return Object.fromEntries([...kept, ...changed]);
	}
	if (isList(before) && isList(patch) && before.length === patch.length)
		return before.map((entry, index) => patched(entry, patch[index]));
	return patch;
}

function isList(value: unknown): value is readonly unknown[] {
	return Array.isArray(value);
}
