import { openDB, type DBSchema } from 'idb';

import type { AttemptStore, SetAside } from './attempt-store.ts';
import { DATABASE } from './name.ts';

interface Kept {
	id: string;
	primer: string;
	value: unknown;
}

interface Schema extends DBSchema {
	attempts: { key: string; value: Kept; indexes: { primer: string } };
	aside: { key: string; value: SetAside };
}

/**
 * Keeps attempts in the browser’s IndexedDB.
 *
 * @throws when the browser refuses storage
 */
export async function indexedDbStore(name = DATABASE): Promise<AttemptStore> {
	const database = await openDB<Schema>(name, 1, {
		upgrade(fresh) {
			fresh.createObjectStore('attempts', { keyPath: 'id' }).createIndex('primer', 'primer');
			fresh.createObjectStore('aside', { keyPath: 'id' });
		}
	});
	return {
		lasting: true,
		load: async (id) => (await database.get('attempts', id))?.value,
		async save(record) {
			await database.put('attempts', { id: record.id, primer: record.form.primer, value: record });
		},
		async list(primer) {
			const kept = await database.getAllFromIndex('attempts', 'primer', primer);
			return kept.map(({ value }) => value);
		},
		remove: (id) => database.delete('attempts', id),
		async setAside(id) {
			const transaction = database.transaction(['attempts', 'aside'], 'readwrite');
			const kept = await transaction.objectStore('attempts').get(id);
			if (kept) {
				await transaction.objectStore('aside').put({ id, value: kept.value });
				await transaction.objectStore('attempts').delete(id);
			}
			await transaction.done;
		},
		loadSetAside: (id) => database.get('aside', id),
		removeSetAside: (id) => database.delete('aside', id)
	};
}
