import type { Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { squeeze } from '#lib/kinds/fold.ts';
import { solution } from '#lib/kinds/index.ts';
import * as v from 'valibot';

import { fingerprint } from './fingerprint.ts';
import { read } from './reading.ts';

/** The name of the file, in the primer's folder, that remembers the key of every item. */
export const LOCK_FILE = 'items.lock.json';

/** Schema of that file: by the id of each item, its revision and a fingerprint of its key. */
export const lockSchema = v.strictObject({
	items: v.record(v.string(), v.strictObject({ rev: v.number(), key: v.string() }))
});

export type Lock = v.InferOutput<typeof lockSchema>;

/** The lock of a bank as it is now. */
export function lockOf(bank: Bank): Lock {
	const sorted = bank.items.toSorted((one, other) => (one.id < other.id ? -1 : 1));
	return {
		items: Object.fromEntries(sorted.map((item) => [item.id, { rev: item.rev ?? 1, key: keyPrint(item) }]))
	};
}

/**
 * A fingerprint of what counts as right in an item: ids of options and parts, accepted forms, value and tolerance. The
 * wording of an option may be mended without a new revision; which option is the key may not be changed.
 */
export function keyPrint(item: Item): string {
	const typed = read(item).typed.map(({ accept, slips }) => [accept.map(squeeze).sort(), slips]);
	const tolerance = 'tolerance' in item.interaction ? item.interaction.tolerance : 0;
	const response: unknown = solution(item);
	const key = Array.isArray(response) && item.kind !== 'ordering' ? response.toSorted() : response;
	return fingerprint(JSON.stringify([item.kind, typed.length > 0 ? chosen(item) : key, typed, tolerance]));
}

/** What has to be chosen in an item that has typed answers too. */
function chosen(item: Item): string[] {
	return read(item).sets.flatMap(({ options }) => options.filter((option) => option.key).map(({ id }) => id));
}
