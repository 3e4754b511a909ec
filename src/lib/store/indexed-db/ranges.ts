import type { IDBPIndex, StoreNames } from 'idb';

import { LAST_PLACE } from '#lib/review/log-order.ts';
import { nextDue } from '#lib/review/next-due.ts';

import type { Schema } from './schema.ts';

/** All keys that begin with a primer, or those of them from one on: a list comes after every text and number. */
export function ofPrimer(primer: string, from?: string): IDBKeyRange {
	return IDBKeyRange.bound(from === undefined ? [primer] : [primer, from], [primer, []]);
}

/** The same as `nextDue` of all facts of a primer; the index finds the one that it depends on. */
export async function firstDue<Names extends StoreNames<Schema>[], Mode extends IDBTransactionMode>(
	index: IDBPIndex<Schema, Names, 'facts', 'due', Mode>,
	primer: string,
	from: string
): Promise<string> {
	const cursor = await index.openKeyCursor(ofPrimer(primer, from));
	return nextDue(cursor ? [{ due: cursor.key[1] }] : [], from);
}

/** The last place that is taken in the log of a primer; undefined if it has none. */
export async function lastPlace<Names extends StoreNames<Schema>[], Mode extends IDBTransactionMode>(
	index: IDBPIndex<Schema, Names, 'reviews', 'place', Mode>,
	primer: string
): Promise<number | undefined> {
	// No further than places go: in an index, anything but a number comes after all numbers.
	const places = IDBKeyRange.bound([primer], [primer, LAST_PLACE]);
	const cursor = await index.openKeyCursor(places, 'prev');
	return cursor?.key[1];
}
