import { accessSync, chmodSync, constants, statSync, writeFileSync } from 'node:fs';

import { makeFolders } from '../make-folders.ts';
import { codeOf } from './faults.ts';

/** A folder or a file cannot be written; the message is the system’s word for why. */
export class NotWritable extends Error {
	override name = 'NotWritable';
}

/** @throws {NotWritable} */
export function makeFolder(folder: string): void {
	writing(() => {
		makeFolders(folder);
		accessSync(folder, constants.W_OK | constants.X_OK);
	});
}

/**
 * Makes an empty file that nobody else may read, if there is none. An existing one is not opened, since
 * closing it would release every lock that this process has on it.
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
		// Windows has no such modes.
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
