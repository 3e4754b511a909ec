import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, readable by its owner alone, and missing parents. Node’s own function loops for ever in a
 * folder such as `/proc`, in which none can be made.
 *
 * @throws the system’s error if it cannot be made
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
