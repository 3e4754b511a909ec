import type { AttemptStore } from '../attempt-store.ts';
import { isSame } from '../is-same.ts';
import { change } from './change.ts';
import { connect } from './database.ts';

/**
 * Keeps attempts in the browser’s IndexedDB.
 *
 * @throws when the browser refuses storage
 */
export async function attemptsInDatabase(name?: string): Promise<AttemptStore> {
	const connection = await connect(name);
	return {
		lasting: true,
		load: async (id) => (await (await connection()).get('attempts', id))?.value,
		async save(record, known) {
			const kept = { id: record.id, primer: record.form.primer, value: structuredClone(record) };
			return change(connection, ['attempts'], async (transaction) => {
				const attempts = transaction.objectStore('attempts');
				if (!isSame((await attempts.get(record.id))?.value, known)) return false;
				await attempts.put(kept);
				return true;
			});
		},
		async list(primer) {
			const kept = await (await connection()).getAllFromIndex('attempts', 'primer', primer);
			return kept.map(({ value }) => value);
		},
		setAside: (id) =>
			change(connection, ['attempts', 'aside'], async (transaction) => {
				const kept = await transaction.objectStore('attempts').get(id);
				if (!kept) return;
				await transaction.objectStore('aside').put({ id, value: kept.value });
				await transaction.objectStore('attempts').delete(id);
			}),
		loadSetAside: async (id) => (await connection()).get('aside', id),
		removeSetAside: async (id) => (await connection()).delete('aside', id),
		async bringBack(wanted) {
			if ((await (await connection()).count('aside')) === 0) return;
			const choose = await wanted();
			await change(connection, ['attempts', 'aside'], async (transaction) => {
				const [attempts, aside] = [transaction.objectStore('attempts'), transaction.objectStore('aside')];
				for (const { id, value } of await aside.getAll()) {
					const kept = await attempts.get(id);
					const record = choose(value, kept?.value);
					if (!record) continue;
					await attempts.put({ id, primer: record.form.primer, value: record });
					await (kept ? aside.put({ id, value: kept.value }) : aside.delete(id));
				}
			});
		}
	};
}
