import type { Item } from './item.ts';
import { PRIMER_FILE } from './primer.ts';
import type { CheckedFile } from './source-file.ts';

/** An item with the place where it was written, for problems that show only when all are known. */
export interface Placed {
	/** As it is written, which may be wrong or missing. */
	id: unknown;
	/** The whole of it, as it is written. */
	raw: unknown;
	/** Absent where it was refused. */
	item: Item | undefined;
	file: CheckedFile;
	at: [string, number];
}

/** Notes every id that stands twice. */
export function checkIds(placed: Placed[]): void {
	const first = new Map<unknown, Placed>();
	for (const each of placed) {
		const earlier = first.get(each.id);
		if (typeof each.id !== 'string') continue;
		if (!earlier) {
			first.set(each.id, each);
			continue;
		}
		each.file.report([...each.at, 'id'], {
			path: [],
			message: `the id “${each.id}” is taken already, in ${earlier.file.name}`,
			fix: 'Give this item an id of its own. Ids are permanent: keep the older one as it is.'
		});
	}
}

/**
 * Notes every fact and every enemy that an item names and that is not there.
 *
 * @param factIds those of the primer; undefined where its list of facts cannot be read
 */
export function checkReferences(placed: Placed[], factIds: unknown[] | undefined): void {
	const facts = factIds && new Set(factIds);
	const ids = new Set(placed.map(({ id }) => id));
	for (const { item, file, at } of placed) {
		if (!item) continue;
		const subject = `“${item.id}”`;
		item.facts.forEach((id, index) => {
			if (!facts || facts.has(id)) return;
			const fix = `Add it to ${PRIMER_FILE}, or name one that stands there.`;
			file.report(at, { path: ['facts', index], message: `the primer has no fact “${id}”`, fix }, subject);
		});
		item.enemies.forEach((id, index) => {
			if (id !== item.id && ids.has(id)) return;
			const message = id === item.id ? 'the item is its own enemy' : `there is no item “${id}”`;
			const fix = 'Name another item of this primer, or leave it out.';
			file.report(at, { path: ['enemies', index], message, fix }, subject);
		});
	}
}
