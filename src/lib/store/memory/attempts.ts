import type { AttemptStore } from '../attempt-store.ts';
import { newMemory, type Memory } from './memory.ts';

/** Keeps attempts as long as the page is open, when the browser lets it keep nothing. */
export function attemptsInMemory({ attempts, aside }: Memory = newMemory()): AttemptStore {
	const revisionOf = (id: string) => {
		const kept = attempts.get(id);
		return kept && (kept.revision ?? 0);
	};
	return {
		lasting: false,
		load: (id) => Promise.resolve(structuredClone(attempts.get(id)?.value)),
		revision: (id) => Promise.resolve(revisionOf(id)),
		save(record, revision, known) {
			const present = revisionOf(record.id);
			if (present !== known) return Promise.resolve(present === revision);
			attempts.set(record.id, { primer: record.form.primer, revision, value: structuredClone(record) });
			return Promise.resolve(true);
		},
		list: (primer) =>
			Promise.resolve(
				[...attempts.values()]
					.filter((kept) => kept.primer === primer)
					.map((kept) => structuredClone(kept.value))
			),
		setAside(id) {
			const kept = attempts.get(id);
			if (kept) aside.set(id, { id, value: kept.value });
			attempts.delete(id);
			return Promise.resolve();
		},
		loadSetAside: (id) => Promise.resolve(structuredClone(aside.get(id))),
		removeSetAside(id) {
			aside.delete(id);
			return Promise.resolve();
		},
		async bringBack(wanted) {
			if (aside.size === 0) return;
			const choose = await wanted();
			for (const { id, value } of [...aside.values()]) {
				const kept = attempts.get(id);
				const record = choose(value, kept?.value);
				if (!record) continue;
				attempts.set(id, { primer: record.form.primer, value: record });
				if (kept) aside.set(id, { id, value: kept.value });
				else aside.delete(id);
			}
		}
	};
}
