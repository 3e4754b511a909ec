import { isMapping } from '../mapping.ts';
import type { Placed } from '../references.ts';
import type { CheckedFile } from '../source-file.ts';
import type { Path } from '../yaml.ts';
import { told } from './entries.ts';

/** The translation of an item, as it is written. */
export interface TranslatedEntry {
	file: CheckedFile;
	at: Path;
	written: Record<string, unknown>;
}

/**
 * Finds the translation of each item among the files of a translation, whatever their names, and reports what
 * belongs to no item.
 *
 * @param original its items, and whether the ids of all of them are known
 */
export function entriesOf(
	files: readonly CheckedFile[],
	{ placed, isWhole }: { placed: readonly Placed[]; isWhole: boolean }
): Map<Placed, TranslatedEntry> {
	const originals = new Map(placed.map((each) => [each.id, each]));
	const entries = new Map<Placed, TranslatedEntry>();
	for (const file of files) {
		itemsOf(file).forEach((written, index) => {
			const at = ['items', index];
			if (!isMapping(written)) {
				const fix = 'Begin each item with “- id: …”.';
				file.report(at, { path: [], message: 'is not a mapping', fix });
				return;
			}
			const id = written['id'];
			const original = id === undefined ? undefined : originals.get(id);
			if (!original && id !== undefined && !isWhole) return;
			if (!original) {
				const message = id === undefined ? '“id” is missing' : `the original has no item “${told(id)}”`;
				const fix = 'Write the id of the item that this translates.';
				file.report(at, { path: id === undefined ? [] : ['id'], message, fix });
				return;
			}
			const earlier = entries.get(original);
			if (earlier) {
				const message = `the item “${told(id)}” is translated already, in ${earlier.file.name}`;
				file.report(at, { path: ['id'], message, fix: 'Keep one of the two.' });
				return;
			}
			entries.set(original, { file, at, written });
		});
	}
	return entries;
}

function itemsOf(file: CheckedFile): unknown[] {
	if (!file.readable) return [];
	if (!isMapping(file.value)) {
		file.report([], { path: [], message: 'is not a mapping', fix: 'Begin the file with “items:”.' });
		return [];
	}
	for (const key of Object.keys(file.value)) {
		if (key === 'items') continue;
		const message = `a file of translated items has no “${key}”`;
		file.report([], { path: [], key, message, fix: 'It is the same in every language: leave it out here.' });
	}
	const items: unknown = file.value['items'];
	if (Array.isArray(items)) return items;
	const message = items === undefined ? '“items” is missing' : 'is not a list';
	file.report(items === undefined ? [] : ['items'], { path: [], message, fix: 'Add “items: …”.' });
	return [];
}
