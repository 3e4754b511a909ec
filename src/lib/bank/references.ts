import { PRIMER_FILE } from './course-files.ts';
import type { Item } from './item.ts';
import { checkRepeated } from './repeated.ts';
import type { CheckedFile } from './source-file.ts';
import type { Path } from './yaml.ts';

/** An item with the place where it was written, for problems that show only when all are known. */
export interface Placed {
	/** As it is written, which may be wrong or missing. */
	id: unknown;
	/** The whole of it, as it is written. */
	raw: unknown;
	/** Absent if it was refused. */
	item: Item | undefined;
	file: CheckedFile;
	at: [string, number];
}

/** The id of an item that is gone for good, with the name of the file that says so. */
export interface Retired {
	id: string;
	file: string;
}

/** Reports every id that is used twice, or that an item had which is retired. */
export function checkIds(placed: readonly Placed[], retired: readonly Retired[]): void {
	checkRetired(placed, retired);
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

function checkRetired(placed: readonly Placed[], retired: readonly Retired[]): void {
	const files = new Map<unknown, string>(retired.map(({ id, file }) => [id, file]));
	for (const { id, file, at } of placed) {
		const where = files.get(id);
		if (where === undefined) continue;
		file.report([...at, 'id'], {
			path: [],
			message: `the id “${String(id)}” is retired, as “retired” in ${where} says: attempts remember another item by it`,
			fix: 'Give this item an id of its own; or, if it is the old item again, take the id out of “retired”.'
		});
	}
}

/**
 * Reports every fact and enemy that items name but that does not exist: each once, where it is first named,
 * since one changed id is one mistake; and those that an item names twice.
 *
 * @param factIds those of the primer; undefined if its list of facts cannot be read
 * @param isWhole whether the ids of all items are known
 */
export function checkReferences(
	placed: readonly Placed[],
	factIds: unknown[] | undefined,
	isWhole: boolean
): void {
	const facts = factIds && new Set(factIds);
	const ids = new Set(placed.map(({ id }) => id));
	const strange: Named[] = [];
	for (const { item, file, at } of placed) {
		if (!item) continue;
		checkRepeated(file, item.facts, at, ['facts'], `“${item.id}”`);
		checkRepeated(file, item.enemies, at, ['enemies'], `“${item.id}”`);
		item.facts.forEach((id, index) => {
			if (facts && !facts.has(id)) strange.push({ of: 'fact', id, item, file, at, path: ['facts', index] });
		});
		item.enemies.forEach((id, index) => {
			const path = ['enemies', index];
			if (id === item.id) {
				const fault = {
					path,
					message: 'the item is its own enemy',
					fix: 'Name another item of this primer, or leave it out.'
				};
				file.report(at, fault, `“${item.id}”`);
			} else if (isWhole && !ids.has(id)) strange.push({ of: 'item', id, item, file, at, path });
		});
	}
	for (const all of Map.groupBy(strange, ({ of, id }) => `${of} ${id}`).values()) reportStrange(all);
}

/** The name of a fact or an item in an item. */
interface Named {
	of: 'fact' | 'item';
	id: string;
	item: Item;
	file: CheckedFile;
	at: [string, number];
	path: Path;
}

function reportStrange([first, ...others]: readonly Named[]): void {
	if (!first) return;
	const { of, id, item, file, at, path } = first;
	const what = of === 'fact' ? `the primer has no fact “${id}”` : `there is no item “${id}”`;
	const more = others.length === 0 ? '' : `, which ${others.length + 1} items name`;
	const fix =
		of === 'fact'
			? `Add it to ${PRIMER_FILE}, or name one that is there.`
			: 'Name another item of this primer, or leave it out.';
	file.report(at, { path, message: what + more, fix }, `“${item.id}”`);
}
