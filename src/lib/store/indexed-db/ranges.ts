import type { IDBPIndex, StoreNames } from 'idb';

import { LAST_PLACE } from '#lib/review/log-order.ts';

import type { Schema } from './schema.ts';

/** All keys that begin with a primer, or those of them from one on: a list comes after every text and number. */
export function ofPrimer(primer: string, from?: string): IDBKeyRange {
	return IDBKeyRange.bound(from === undefined ? [primer] : [primer, from], [primer, []]);
}

/** The first day, from one on, on which anything is due at a primer. */
export async function firstDue<Names extends StoreNames<Schema>[], Mode extends IDBTransactionMode>(
	index: IDBPIndex<Schema, Names, 'facts', 'due', Mode>,
	primer: string,
	from: string
): Promise<string | undefined> {
	const cursor = await index.openKeyCursor(ofPrimer(primer, from));
	return cursor?.key[1];
}

/** The last place that is taken in the log of a primer; undefined where it has none. */
export async function lastPlace<Names extends StoreNames<Schema>[], Mode extends IDBTransactionMode>(
	index: IDBPIndex<Schema, Names, 'reviews', 'place', Mode>,
	primer: string
): Promise<number | undefined> {
	// No further than places go: whatever stands in place of a number comes after all of them.
	const places = IDBKeyRange.bound([primer], [primer, LAST_PLACE]);
	const cursor = await index.openKeyCursor(places, 'prev');
	return cursor?.key[1];
}
