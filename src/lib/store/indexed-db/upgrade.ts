import type { Database } from './schema.ts';

/** How the database of each version becomes one of the next; the first one makes version 1 from nothing. */
const upgrades: readonly ((database: Database) => void)[] = [
	(database) => {
		database.createObjectStore('attempts', { keyPath: 'id' }).createIndex('primer', 'primer');
		database.createObjectStore('aside', { keyPath: 'id' });
	},
	(database) => {
		database.createObjectStore('reviews', { keyPath: 'id' }).createIndex('place', ['primer', 'place']);
		database
			.createObjectStore('facts', { keyPath: ['primer', 'fact'] })
			.createIndex('due', ['primer', 'due']);
		database.createObjectStore('items', { keyPath: ['primer', 'item'] });
		database.createObjectStore('abilities', { keyPath: ['primer', 'point'] });
		database.createObjectStore('days', { keyPath: ['primer', 'day'] });
		database.createObjectStore('flaws', { keyPath: ['primer', 'item'] });
		database.createObjectStore('settings');
	}
];

/** The version of the database that this code reads and writes. */
export const DATABASE_VERSION = upgrades.length;

/** Brings a database from an old version, 0 for none, to that of this code. */
export function upgrade(database: Database, from: number): void {
	for (const step of upgrades.slice(from)) step(database);
}
