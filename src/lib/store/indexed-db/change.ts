import type { IDBPTransaction, StoreNames } from 'idb';

import type { Connection } from './database.ts';
import type { Schema } from './schema.ts';

/** A transaction on some stores. */
export type ReadTransaction = IDBPTransaction<Schema, StoreNames<Schema>[]>;

/** A transaction that may write to some stores. */
export type Change = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

/** Reads stores in one transaction. */
export async function reading<T>(
	connection: Connection,
	stores: readonly StoreNames<Schema>[],
	read: (transaction: ReadTransaction) => Promise<T>
): Promise<T> {
	const transaction = (await connection()).transaction([...stores]);
	// If it is broken off, what was asked of it fails and says so.
	transaction.done.catch(() => undefined);
	return read(transaction);
}

/**
 * Does some work on stores in one transaction: all of it or, where anything in it throws, nothing. The work may compute
 * as long as it likes, but must not wait for anything other than the stores.
 */
export async function change<T>(
	connection: Connection,
	stores: readonly StoreNames<Schema>[],
	work: (transaction: Change) => Promise<T>
): Promise<T> {
	const transaction = (await connection()).transaction([...stores], 'readwrite');
	// A failure is reported below; until then nobody listens.
	transaction.done.catch(() => undefined);
	try {
		const result = await work(transaction);
		await transaction.done;
		return result;
	} catch (error) {
		abort(transaction);
		await transaction.done.catch(() => undefined);
		throw error;
	}
}

function abort(transaction: Change): void {
	try {
		transaction.abort();
	} catch {
		// It has ended by itself.
	}
}
