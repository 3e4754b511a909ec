import type { AttemptStore } from '../attempt-store.ts';
import { change, reading } from './change.ts';
import { connect } from './database.ts';
import type { KeptAttempt } from './schema.ts';

/**
 * Keeps attempts in the browser’s IndexedDB.
 *
 * @throws when the browser refuses storage
 */
export async function attemptsInDatabase(name?: string): Promise<AttemptStore> {
	const connection = await connect(name);
	return {
		lasting: true,
		load: (id) =>
			reading(
				connection,
				['attempts'],
				async (stores) => (await stores.objectStore('attempts').get(id))?.value
			),
		revision: (id) =>
			reading(connection, ['attempts'], async (stores) =>
				revisionOf(await stores.objectStore('attempts').get(id))
			),
		async save(record, revision, known) {
			const kept = { id: record.id, primer: record.form.primer, revision, value: structuredClone(record) };
			return change(connection, ['attempts'], async (transaction) => {
				const attempts = transaction.objectStore('attempts');
				const present = revisionOf(await attempts.get(record.id));
				if (present !== known) return present === revision;
				await attempts.put(kept);
				return true;
			});
		},
		list: (primer) =>
			reading(connection, ['attempts'], async (stores) => {
				const kept = await stores.objectStore('attempts').index('primer').getAll(primer);
				return kept.map(({ value }) => value);
			}),
		setAside: (id) =>
			change(connection, ['attempts', 'aside'], async (transaction) => {
				const kept = await transaction.objectStore('attempts').get(id);
				if (!kept) return;
				await transaction.objectStore('aside').put({ id, value: kept.value });
				await transaction.objectStore('attempts').delete(id);
			}),
		loadSetAside: (id) => reading(connection, ['aside'], (stores) => stores.objectStore('aside').get(id)),
		removeSetAside: async (id) => (await connection()).delete('aside', id),
		async bringBack(wanted) {
			const count = await reading(connection, ['aside'], (stores) => stores.objectStore('aside').count());
			if (count === 0) return;
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

function revisionOf(kept: KeptAttempt | undefined): number | undefined {
	return kept && (kept.revision ?? 0);
}
