import type { Bank } from '#lib/bank/bank.ts';
import { isItemOf, type Item } from '#lib/bank/item.ts';
import type { Typed } from '#lib/kinds/accept.ts';
import { byId } from '#lib/kinds/by-id.ts';
import { squeeze } from '#lib/kinds/fold.ts';
import { solution, type Interactions } from '#lib/kinds/index.ts';
import * as v from 'valibot';

import { fingerprint } from './fingerprint.ts';

/** The name of the file, in the primer's folder, that remembers the key of every item. */
export const LOCK_FILE = 'items.lock.json';

/** Schema of that file: by the id of each item, its revision and a fingerprint of its key. */
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
 * A fingerprint of what counts as right in an item: ids of options and parts, accepted forms, value and tolerance. The
 * wording of an option may be mended without a new revision; which option is the key may not be changed.
 */
export function keyPrint(item: Item): string {
	const tolerance = 'tolerance' in item.interaction ? item.interaction.tolerance : 0;
	return fingerprint(JSON.stringify([item.kind, keyOf(item), tolerance]));
}

/** What is right in an item, in an order that does not depend on that of the file. */
function keyOf(item: Item): unknown {
	if (isItemOf(item, 'cloze'))
		return inOrder(item.interaction.blanks.map((blank) => [blank.id, keyOfBlank(blank)]));
	if (isItemOf(item, 'short-text')) return formsOf(item.interaction);
	// Written as in the file, whatever the language.
	if (isItemOf(item, 'numeric')) return String(item.interaction.value);
	const response: unknown = solution(item);
	if (item.kind === 'ordering' || typeof response !== 'object' || response === null) return response;
	return inOrder(Array.isArray(response) ? response : Object.entries(response));
}

function keyOfBlank(blank: Interactions['cloze']['blanks'][number]): unknown {
	return 'choices' in blank ? blank.choices.filter(({ key }) => key).map(({ id }) => id) : formsOf(blank);
}

function formsOf({ accept, slips }: Pick<Typed, 'accept' | 'slips'>): unknown {
	return [accept.map(squeeze).sort(), slips];
}

function inOrder(list: readonly unknown[]): unknown[] {
	return list
		.map((each) => ({ each, text: JSON.stringify(each) }))
		.sort((one, other) => (one.text < other.text ? -1 : 1))
		.map(({ each }) => each);
}
