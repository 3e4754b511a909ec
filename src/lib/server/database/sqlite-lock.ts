import { DatabaseSync } from 'node:sqlite';

import { CannotOpenStores, codeOf } from './faults.ts';
import { makeFile } from './sqlite-files.ts';

/** SQLite’s code for “somebody else has it”. */
const BUSY = 5;

/** How long to wait for the previous server to end, in milliseconds: a restart may overlap. */
const PATIENCE = 1500;

/**
 * Makes this process the only Five Points that uses a database until it ends, for whatever reason: the system
 * releases the locks of a process. The lock is on a separate file, so that a backup can read the database
 * meanwhile.
 *
 * @returns a function that releases it
 * @throws {CannotOpenStores} when another process has it
 */
export function lockForLife(database: string): () => void {
	const file = `${database}.lock`;
	makeFile(file);
	const lock = new DatabaseSync(file, { timeout: PATIENCE });
	try {
		lock.exec('begin exclusive');
	} catch (error) {
		lock.close();
		if (codeOf(error, 'errcode') !== BUSY) throw error;
		throw new CannotOpenStores(
			`Another Five Points is using ${database}.\nStop that one, or name another folder: DATA=other-folder npm start. Several servers can share a PostgreSQL: DATABASE_URL.`
		);
	}
	return () => lock.close();
}
