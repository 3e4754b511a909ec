import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Kysely } from 'kysely';

import { databaseOver, type Database } from './database.ts';
import { CannotOpenStores, codeOf, StoreUnavailable } from './faults.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';
import { makeFile, makeFolder, NotWritable } from './sqlite-files.ts';
import { lockForLife } from './sqlite-lock.ts';
import type { Tables } from './tables.ts';

/**
 * How long to wait for a program that holds the database, such as a backup, in milliseconds. Everything else
 * waits too.
 */
const PATIENCE = 2000;

/** What SQLite’s codes for trouble from outside mean; a longer code tells more in its upper bits. */
const TROUBLES = new Map([
	[5, 'Another program holds the database'],
	[6, 'Another program holds the database'],
	[8, 'The database cannot be written'],
	[10, 'The disk cannot be read or written'],
	[11, 'The database is damaged'],
	[13, 'The disk is full, and the database cannot be written'],
	[14, 'The database cannot be opened'],
	[26, 'The file is not a database']
]);

/** The codes of a file that cannot be written, and those of a damaged one. */
const NOT_WRITABLE = [8, 13, 14];
const DAMAGED = [11, 26];

/**
 * Opens the database in a folder, and makes both if they are missing.
 *
 * @param words receives what the operator should know
 * @throws {NotWritable} when nothing can be kept there
 * @throws {CannotOpenStores}
 */
export async function openSqlite(folder: string, words: (text: string) => void): Promise<Database> {
	makeFolder(folder);
	const file = join(folder, 'five-points.sqlite');
	let unlock = (): void => undefined;
	try {
		unlock = lockForLife(file);
		if (makeFile(file)) words(`${file} could be read by others: now it is for its owner alone (mode 600).`);
		const rows = await openFile(file);
		const explain = (error: unknown): string | undefined => explainSqlite(error, file);
		const isLost = (error: unknown): boolean => error instanceof StoreUnavailable;
		const confirm = confirmIn(file);
		return databaseOver({ engine: 'sqlite', rows, explain, isLost, confirm, afterwards: unlock });
	} catch (error) {
		unlock();
		throw atStart(error, file);
	}
}

/**
 * An open file is still written to after it was deleted, and nobody would find that again.
 *
 * @returns a function that throws once the file was replaced or is gone
 */
function confirmIn(file: string): () => void {
	const inodeNow = () => statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;
	const inode = inodeNow();
	return () => {
		if (inodeNow() === inode) return;
		throw new StoreUnavailable(
			`The database was moved, removed or replaced while it was in use: ${file}.\nPut it back where it was; or start Five Points again, which begins with what is there then.`
		);
	};
}

/** Every commit is on the disk before it is reported, and readers do not block the writer. */
async function openFile(file: string): Promise<Kysely<Tables>> {
	const database = new DatabaseSync(file, { timeout: PATIENCE, enableForeignKeyConstraints: true });
	try {
		database.exec('pragma journal_mode = wal; pragma synchronous = full');
		const found = database.prepare('pragma quick_check(1)').get()?.['quick_check'];
		if (found !== 'ok') throw new CannotOpenStores(isDamaged(`The database is damaged: ${file}.`));
		const rows = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
		await migrate(rows, 'sqlite', migrations);
		return rows;
	} catch (error) {
		database.close();
		throw error;
	}
}

function explainSqlite(error: unknown, file: string): string | undefined {
	const trouble = TROUBLES.get(primaryCode(error));
	return trouble && `${trouble}: ${file}.`;
}

/** What an error means while the server starts. */
function atStart(error: unknown, file: string): unknown {
	const code = primaryCode(error);
	const reason = explainSqlite(error, file);
	if (reason === undefined) return error;
	if (NOT_WRITABLE.includes(code)) return new NotWritable(reason, { cause: error });
	const message = DAMAGED.includes(code) ? isDamaged(reason) : `${reason}\nStart again once that is fixed.`;
	return new CannotOpenStores(message, { cause: error });
}

function isDamaged(reason: string): string {
	return `${reason}\nPut a copy of it in its place, if you have one, or move it away, together with what begins with its name; then start again.`;
}

function primaryCode(error: unknown): number {
	const code = codeOf(error, 'errcode');
	return typeof code === 'number' ? code & 0xff : 0;
}
