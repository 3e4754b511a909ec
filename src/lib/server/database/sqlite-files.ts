import { accessSync, chmodSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { codeOf } from './faults.ts';

/** A folder or a file cannot be written; the message is the system’s word for why. */
export class NotWritable extends Error {
	override name = 'NotWritable';
}

/** @throws {NotWritable} */
export function makeFolder(folder: string): void {
	writing(() => {
		makeWithParents(folder);
		accessSync(folder, constants.W_OK | constants.X_OK);
	});
}

/** Node’s own way tries for ever where the system says of a folder that is there that it is not, as below `/proc`. */
function makeWithParents(folder: string): void {
	if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
	if (dirname(folder) !== folder) makeWithParents(dirname(folder));
	try {
		mkdirSync(folder, { mode: 0o700 });
	} catch (error) {
		// Another process may have made it just now.
		if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
	}
}

/**
 * Makes an empty file that nobody else may read, where there is none. One that is there is not opened: to close it again
 * would give back every lock that this process has on it.
 *
 * @returns whether others could read it until now
 * @throws {NotWritable}
 */
export function makeFile(file: string): boolean {
	return writing(() => {
		try {
			writeFileSync(file, '', { flag: 'wx', mode: 0o600 });
			return false;
		} catch (error) {
			if (codeOf(error) !== 'EEXIST') throw error;
		}
		accessSync(file, constants.R_OK | constants.W_OK);
		// Windows knows no such modes.
		if (process.platform === 'win32' || (statSync(file).mode & 0o077) === 0) return false;
		chmodSync(file, 0o600);
		return true;
	});
}

function writing<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw new NotWritable(error instanceof Error ? error.message : String(error), { cause: error });
	}
}
