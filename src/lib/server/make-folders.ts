import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, readable by its owner alone, and those above it that are missing. Node’s own way goes round for ever
 * where the system has a folder in which none can be made, such as `/proc`.
 *
 * @throws the system’s error where it cannot be made
 */
export function makeFolders(folder: string): void {
	if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
	const above = dirname(folder);
	if (!existsSync(above)) makeFolders(above);
	try {
		mkdirSync(folder, { mode: 0o700 });
	} catch (error) {
		// Another process may just have made it.
		if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
	}
}
