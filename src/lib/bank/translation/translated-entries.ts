import { isMapping } from '#lib/text/mapping.ts';

import type { CheckedFile } from '../source-file.ts';
import type { Path } from '../yaml.ts';
import { told } from './entries.ts';

/** The translation of an item or a stimulus, as it is written. */
export interface TranslatedEntry {
	file: CheckedFile;
	at: Path;
	written: Record<string, unknown>;
}

/** What the lists of a file of translated items hold, in a word. */
const lists = { items: 'item', stimuli: 'stimulus' } as const;

/**
 * Finds the translation of each item, or of each stimulus, among the files of a translation, whatever their names, and
 * reports what belongs to none.
 *
 * @param files those that {@link hasItems} let pass
 * @param original all of these, and whether the ids of all of them are known
 */
export function entriesOf<T extends { id: unknown }>(
	files: readonly CheckedFile[],
	list: keyof typeof lists,
	{ placed, isWhole }: { placed: readonly T[]; isWhole: boolean }
): Map<T, TranslatedEntry> {
	const what = lists[list];
	const originals = new Map(placed.map((each) => [each.id, each]));
	const entries = new Map<T, TranslatedEntry>();
	for (const file of files) {
		listOf(file, list).forEach((written, index) => {
			const at = [list, index];
			if (!isMapping(written)) {
				const fix = `Begin each ${what} with “- id: …”.`;
				file.report(at, { path: [], message: 'is not a mapping', fix });
				return;
			}
			const id = written['id'];
			const original = id === undefined ? undefined : originals.get(id);
			if (!original && id !== undefined && !isWhole) return;
			if (!original) {
				const message = id === undefined ? '“id” is missing' : `the original has no ${what} “${told(id)}”`;
				const fix = `Write the id of the ${what} that this translates.`;
				file.report(at, { path: id === undefined ? [] : ['id'], message, fix });
				return;
			}
			const earlier = entries.get(original);
			if (earlier) {
				const message = `the ${what} “${told(id)}” is translated already, in ${earlier.file.name}`;
				file.report(at, { path: ['id'], message, fix: 'Keep one of the two.' });
				return;
			}
			entries.set(original, { file, at, written });
		});
	}
	return entries;
}

function listOf({ value }: CheckedFile, list: keyof typeof lists): unknown[] {
	const written = isMapping(value) ? value[list] : undefined;
	return Array.isArray(written) ? written : [];
}

/** Whether a file of a translation has a list of items; reports what it holds besides, and what it lacks. */
export function hasItems(file: CheckedFile): boolean {
	if (!file.readable) return false;
	if (!isMapping(file.value)) {
		file.report([], { path: [], message: 'is not a mapping', fix: 'Begin the file with “items:”.' });
		return false;
	}
	for (const key of Object.keys(file.value)) {
		if (Object.hasOwn(lists, key)) continue;
		const message = `a file of translated items has no “${key}”`;
		file.report([], { path: [], key, message, fix: 'It is the same in every language: leave it out here.' });
	}
	const { items, stimuli } = file.value;
	if (stimuli !== undefined && !Array.isArray(stimuli)) {
		file.report(['stimuli'], { path: [], message: 'is not a list', fix: 'Write one as in the original.' });
	}
	if (Array.isArray(items)) return true;
	const message = items === undefined ? '“items” is missing' : 'is not a list';
	file.report(items === undefined ? [] : ['items'], { path: [], message, fix: 'Add “items: …”.' });
	return true;
}
