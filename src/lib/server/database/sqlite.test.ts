import {
	chmodSync,
	closeSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

import { sittingsInDatabase } from '../sittings/database.ts';
import { answer, closing, sitting } from '../sittings/staging.ts';
import type { Database } from './database.ts';
import { StoreUnavailable } from './faults.ts';
import { NotWritable } from './sqlite-files.ts';
import { openSqlite } from './sqlite.ts';
import { newFolder } from './staging.ts';

let folder: string;
let file: string;
let words: string[];
beforeEach(() => {
	folder = join(newFolder(), 'data');
	file = join(folder, 'five-points.sqlite');
	words = [];
});

async function open(): Promise<Database> {
	const database = await openSqlite(folder, (text) => words.push(text));
	onTestFinished(() => database.close());
	return database;
}

/** A database with one sitting, closed again. */
async function used(): Promise<void> {
	const database = await open();
	await sittingsInDatabase(database).begin(sitting('one'));
	await database.close();
}

const isPosix = process.platform !== 'win32';

test('is made where it is missing, and there the next time', async () => {
	await used();
	expect(await sittingsInDatabase(await open()).load('one')).toMatchObject({ id: 'one' });
	expect(words).toEqual([]);
});

test('puts what it acknowledges on the disk, in a log beside the file', async () => {
	const { read } = await open();
	const pragma = (name: string) =>
		read((rows) => sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(rows));
	expect((await pragma('journal_mode')).rows).toEqual([{ journal_mode: 'wal' }]);
	expect((await pragma('synchronous')).rows).toEqual([{ synchronous: 2 }]);
	expect((await pragma('foreign_keys')).rows).toEqual([{ foreign_keys: 1 }]);
});

test.runIf(isPosix)('is for its owner alone, and what others could read no longer is', async () => {
	const database = await open();
	await sittingsInDatabase(database).begin(sitting('one'));
	expect(readdirSync(folder).length).toBeGreaterThan(2);
	for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
	expect(statSync(folder).mode & 0o777).toBe(0o700);
	await database.close();
	chmodSync(file, 0o644);
	await open();
	expect(statSync(file).mode & 0o777).toBe(0o600);
	expect(words).toEqual([expect.stringContaining(`${file} could be read by others`)]);
});

test('a second one is refused with a word, and disturbs nobody', async () => {
	const sittings = sittingsInDatabase(await open());
	await expect(open()).rejects.toMatchObject({
		name: 'CannotOpenStores',
		message: expect.stringContaining(`Another Five Points is using ${file}.`)
	});
	await sittings.begin(sitting('one'));
	// The first one still has its lock.
	await expect(open()).rejects.toThrow('Another Five Points');
});

test('a backup may read it meanwhile', async () => {
	const sittings = sittingsInDatabase(await open());
	await sittings.begin(sitting('one'));
	const backup = new DatabaseSync(file, { readOnly: true });
	onTestFinished(() => backup.close());
	expect(backup.prepare('select id from sittings').all()).toEqual([{ id: 'one' }]);
});

describe('a file that is no database, or a damaged one, is refused and left alone', () => {
	test('something else', async () => {
		mkdirSync(folder);
		writeFileSync(file, 'Dear diary, today the teacher asked what a norm is. '.repeat(100));
		await expect(open()).rejects.toMatchObject({
			name: 'CannotOpenStores',
			message: `The file is not a database: ${file}.\nPut a copy of it in its place, if you have one, or move it away, together with what begins with its name; then start again.`
		});
		expect(statSync(file).size).toBe(5200);
	});

	test('a page of it overwritten', async () => {
		await used();
		const bytes = statSync(file).size;
		overwrite(4096, bytes - 4096);
		await expect(open()).rejects.toMatchObject({
			name: 'CannotOpenStores',
			message: expect.stringContaining(`The database is damaged: ${file}.`)
		});
		expect(statSync(file).size).toBe(bytes);
	});

	test('cut short', async () => {
		await used();
		truncateSync(file, 5000);
		await expect(open()).rejects.toMatchObject({ name: 'CannotOpenStores' });
	});

	test('its lock is given back, so that the next try finds what is mended', async () => {
		mkdirSync(folder);
		writeFileSync(file, 'x'.repeat(5000));
		await expect(open()).rejects.toThrow('not a database');
		truncateSync(file, 0);
		expect(await sittingsInDatabase(await open()).load('one')).toBeUndefined();
	});
});

describe('a place that cannot be written is told apart', () => {
	test('a file stands where a folder is named', async () => {
		writeFileSync(folder, '');
		await expect(open()).rejects.toThrow(NotWritable);
	});

	test('a file stands on the way', async () => {
		writeFileSync(join(folder, '..', 'file'), '');
		await expect(openSqlite(join(folder, '..', 'file/data'), () => undefined)).rejects.toThrow(NotWritable);
	});

	test('a folder stands where the database should', async () => {
		mkdirSync(file, { recursive: true });
		await expect(open()).rejects.toThrow(NotWritable);
	});

	test.runIf(isPosix && process.getuid?.() !== 0)('the folder may only be read', async () => {
		mkdirSync(folder, { mode: 0o500 });
		await expect(open()).rejects.toThrow(NotWritable);
	});

	test.runIf(existsSync('/proc/self'))('the system takes no files there', async () => {
		await expect(openSqlite('/proc/self/five-points', () => undefined)).rejects.toThrow(NotWritable);
	});
});

test('a full disk keeps nothing half, says so, and goes on once there is room', async () => {
	const database = await open();
	const sittings = sittingsInDatabase(database);
	await sittings.begin(sitting('one'));
	await sittings.keep('one', [answer('a', 'kept')]);
	const limit = (pages: number) =>
		database.read((rows) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(rows));
	await limit(1);
	const long = 'x'.repeat(100_000);
	const full = sittings.keep('one', [answer('a', long, 3000), answer('b', long, 3000)]);
	await expect(full).rejects.toBeInstanceOf(StoreUnavailable);
	await expect(full).rejects.toThrow(`The disk is full, and the database cannot be written: ${file}.`);
	expect(await sittings.answers('one')).toEqual([answer('a', 'kept')]);
	// What fits is still kept, even when something else does not.
	const beside = await Promise.allSettled([
		sittings.keep('one', [answer('b', long, 3000)]),
		sittings.keep('one', [answer('c', 'short', 3000)])
	]);
	expect(beside.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
	await limit(1_000_000);
	expect(await sittings.keep('one', [answer('b', long, 3000)])).toBe('kept');
	expect(await sittings.close('one', closing)).toMatchObject({ grades: { a: {}, b: {}, c: {} } });
});

describe.runIf(isPosix)('acknowledges nothing more once its file is', () => {
	test.each([
		['removed with its folder', () => rmSync(folder, { recursive: true })],
		['removed alone', () => rmSync(file)],
		[
			'replaced by another',
			() => {
				copyFileSync(file, `${file}.copy`);
				renameSync(`${file}.copy`, file);
			}
		]
	])('%s', async (_, harm) => {
		const sittings = sittingsInDatabase(await open());
		await sittings.begin(sitting('one'));
		harm();
		const keeping = sittings.keep('one', [answer('a', true)]);
		await expect(keeping).rejects.toThrow(StoreUnavailable);
		await expect(keeping).rejects.toThrow(/was moved, removed or replaced.*five-points\.sqlite/s);
		await expect(sittings.begin(sitting('two'))).rejects.toThrow(StoreUnavailable);
	});

	test('moved away, until it is back', async () => {
		const sittings = sittingsInDatabase(await open());
		await sittings.begin(sitting('one'));
		renameSync(folder, `${folder}-away`);
		await expect(sittings.keep('one', [answer('a', true)])).rejects.toThrow(StoreUnavailable);
		renameSync(`${folder}-away`, folder);
		expect(await sittings.keep('one', [answer('a', false)])).toBe('kept');
		expect(await sittings.answers('one')).toEqual([answer('a', false)]);
	});
});

test('another program that holds it for long is told, and harms nothing', { timeout: 60_000 }, async () => {
	const sittings = sittingsInDatabase(await open());
	await sittings.begin(sitting('one'));
	const other = new DatabaseSync(file);
	onTestFinished(() => other.close());
	other.exec('begin immediate');
	await expect(sittings.keep('one', [answer('a', 1)])).rejects.toThrow('Another program holds the database');
	other.exec('rollback');
	expect(await sittings.keep('one', [answer('a', 1)])).toBe('kept');
});

test('finishes what is being written before it closes, and takes nothing after', async () => {
	const database = await open();
	const sittings = sittingsInDatabase(database);
	const begun = sittings.begin(sitting('one'));
	await database.close();
	await begun;
	await expect(sittings.load('one')).rejects.toBeInstanceOf(StoreUnavailable);
	await expect(sittings.begin(sitting('two'))).rejects.toBeInstanceOf(StoreUnavailable);
	expect(await sittingsInDatabase(await open()).load('one')).toBeDefined();
});

function overwrite(from: number, length: number): void {
	const opened = openSync(file, 'r+');
	writeSync(opened, Buffer.alloc(length, 0x5a), 0, length, from);
	closeSync(opened);
}
