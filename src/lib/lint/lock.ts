import type { Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { byId } from '#lib/kinds/by-id.ts';
import { keyData, leeway } from '#lib/kinds/index.ts';
import { fingerprint } from '#lib/text/fingerprint.ts';
import * as v from 'valibot';

/** The name of the file, in the primer's folder, that remembers the key of every item. */
export const LOCK_FILE = 'items.lock.json';

/** Schema of that file: each item's revision and a fingerprint of its key, by the item's id. */
export const lockSchema = v.strictObject({
	items: byId(v.strictObject({ rev: v.number(), key: v.string() }))
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
 * A fingerprint of what counts as right in an item: ids of options and parts, accepted forms, value and
 * tolerance. The wording of an option may change without a new revision; which option is the key may not.
 */
export function keyPrint(item: Item): string {
	return fingerprint(JSON.stringify([item.kind, keyData(item), leeway(item)]));
}
