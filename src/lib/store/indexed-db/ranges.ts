import type { IDBPIndex, StoreNames } from 'idb';

import type { Schema } from './schema.ts';

/** All keys that begin with a primer, or those of them from one on: a list comes after every text and number. */
export function ofPrimer(primer: string, from?: string): IDBKeyRange {
	return IDBKeyRange.bound(from === undefined ? [primer] : [primer, from], [primer, []]);
}

/** What is due at a primer on a day or before it. */
export function dueUntil(primer: string, day: string): IDBKeyRange {
	return IDBKeyRange.bound([primer], [primer, day]);
}

/** The first day on which anything is due at a primer. */
export async function firstDue<Names extends StoreNames<Schema>[], Mode extends IDBTransactionMode>(
	index: IDBPIndex<Schema, Names, 'facts', 'due', Mode>,
	primer: string
): Promise<string | undefined> {
	const cursor = await index.openKeyCursor(ofPrimer(primer));
	return cursor?.key[1];
}
