import { readFileSync } from 'node:fs';

import { openDB, type IDBPDatabase } from 'idb';

/** What a stored sample of a database of version 1 holds. */
interface FirstSample {
	attempts: { id: string; primer: string; value: { id: string } }[];
	aside: { id: string; value: unknown }[];
}

/** The sample of a database of version 1. */
export const firstSample = JSON.parse(
	readFileSync(new URL('./samples/database-1.json', import.meta.url), 'utf8')
) as FirstSample;

/**
 * Makes a database of version 1 with what the sample holds, as Five Points did when there were only attempts. It stays
 * open, as on a page of that time: nothing makes it close.
 */
export async function firstDatabase(name: string): Promise<IDBPDatabase> {
	const database = await openDB(name, 1, {
		upgrade(fresh) {
			fresh.createObjectStore('attempts', { keyPath: 'id' }).createIndex('primer', 'primer');
			fresh.createObjectStore('aside', { keyPath: 'id' });
		}
	});
	for (const attempt of firstSample.attempts) await database.put('attempts', attempt);
	for (const aside of firstSample.aside) await database.put('aside', aside);
	return database;
}
