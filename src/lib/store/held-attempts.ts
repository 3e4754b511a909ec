import { isMapping } from '#lib/text/mapping.ts';

import type { AttemptStore } from './attempt-store.ts';
import { HELD, heldAt, hold, letGo, namesHeld, textHeldAt } from './held.ts';

/** An attempt on its way into the store. */
interface Held {
	record: unknown;
	/** Its new revision. */
	revision: number;
	/**
	 * The revisions that the store may still have, if none or only some of the saves under way came there; null for no
	 * attempt.
	 */
	bases: readonly (number | null)[];
}

/**
 * A store that first puts each attempt where it is held at once, until the database has taken it: a page that is closed or
 * loaded again as soon as it shows a verdict has the answer when it comes back. {@link takeHeldAttempts} takes what is left.
 */
export function holdingAttempts(store: AttemptStore): AttemptStore {
	const underWay = new Map<string, readonly (number | null)[]>();
	return {
		...store,
		async save(record, revision, known) {
			const name = HELD.attempt + record.id;
			const base = known ?? null;
			const bases = [...(underWay.get(record.id) ?? []), base];
			underWay.set(record.id, bases);
			hold(name, { record, revision, bases } satisfies Held);
			const isKept = await store.save(record, revision, known).finally(() => {
				const left = [...(underWay.get(record.id) ?? [])];
				left.splice(left.indexOf(base), 1);
				underWay.set(record.id, left);
			});
			// What the database has refused stays held: it may take that from the next page.
			if (underWay.get(record.id)?.length === 0) letGo(name);
			return isKept;
		}
	};
}

/**
 * Takes into the store the attempts left by pages that were closed too early. One that came there after all, or that another
 * page has gone on with meanwhile, stays as it is there. What cannot be taken now goes on waiting.
 */
export async function takeHeldAttempts(store: AttemptStore): Promise<void> {
	const names = namesHeld(HELD.attempt);
	if (names.length === 0) return;
	try {
		for (const name of names) {
			const text = textHeldAt(name);
			const held = heldAt(name);
			const id = name.slice(HELD.attempt.length);
			const known = await store.revision(id);
			if (isHeld(held) && held.bases.includes(known ?? null)) {
				const { parseRecord } = await import('#lib/quiz/parse-record.ts');
				const record = parseRecord(held.record);
				if (record?.id === id) await store.save(record, held.revision, known);
			}
			// A page that is still open may hold something newer by now.
			if (textHeldAt(name) === text) letGo(name);
		}
	} catch (error) {
		console.warn(error);
	}
}

function isHeld(value: unknown): value is Held {
	return isMapping(value) && Number.isInteger(value['revision']) && Array.isArray(value['bases']);
}
