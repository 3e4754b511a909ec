import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { classOf } from './classes/staging.ts';
import { newFolder, newPostgresDatabase, postgresAddress } from './database/staging.ts';
import { databaseName, openStores, type OpenStores, type StoresConfiguration } from './open-stores.ts';
import { answer, sitting } from './sittings/staging.ts';

async function open(configuration: StoresConfiguration): Promise<OpenStores> {
	const opened = await openStores(configuration);
	onTestFinished(opened.close);
	return opened;
}

test('by default they are in a file of the data folder, and last', async () => {
	const data = join(newFolder(), 'new/data');
	const { stores, words, close } = await open({ data });
	await stores.sittings.begin(sitting('one'));
	expect(words).toEqual([]);
	await close();
	expect(await (await open({ data })).stores.sittings.load('one')).toMatchObject({ id: 'one' });
});

test('where nothing can be written they last as long as the process, and the words say so', async () => {
	const data = join(newFolder(), 'file');
	writeFileSync(data, '');
	const { stores, words, close } = await open({ data });
	expect(words).toEqual([
		expect.stringMatching(
			/^Exams and classes are kept by this process alone, and are lost when it ends: nothing can be written to .*file \(.+\)\.\nName a folder that can be written: DATA=folder npm start$/
		)
	]);
	await stores.sittings.begin(sitting('one'));
	expect(await stores.sittings.keep('one', [answer('a', 1)])).toBe('kept');
	expect(await stores.sittings.answers('one')).toEqual([answer('a', 1)]);
	await close();
});

test('what whoever starts the server can mend stops the start', async () => {
	const data = newFolder();
	writeFileSync(join(data, 'five-points.sqlite'), 'no database at all'.repeat(100));
	await expect(open({ data })).rejects.toMatchObject({ name: 'CannotOpenStores' });
	await expect(open({ data, databaseUrls: ['postgres://127.0.0.1:1/x'], patience: 0 })).rejects.toMatchObject(
		{
			name: 'CannotOpenStores'
		}
	);
});

test.runIf(postgresAddress !== null)('an address has them in a PostgreSQL, and writes no file', async () => {
	const data = join(newFolder(), 'file');
	writeFileSync(data, '');
	const databaseUrls = [await newPostgresDatabase()];
	const { stores, words, close } = await open({ data, databaseUrls });
	await stores.sittings.begin(sitting('one'));
	expect(words).toEqual([]);
	await close();
	expect(await (await open({ data, databaseUrls })).stores.sittings.load('one')).toMatchObject({ id: 'one' });
});

test.runIf(postgresAddress !== null)(
	'several addresses share the classes, and the first has the exams',
	async () => {
		const addresses = [await newPostgresDatabase(), await newPostgresDatabase()];
		const { stores, state } = await open({ data: '', databaseUrls: addresses });
		await stores.sittings.begin(sitting('one'));
		for (let index = 0; index < 20; index++) await stores.classes.create(classOf(`class-${index}`));
		expect(await stores.classes.running()).toBe(20);
		expect(await state()).toBe('ok');
		for (const address of addresses) {
			const { stores: alone } = await open({ data: '', databaseUrls: [address] });
			expect(await alone.classes.running()).toBeGreaterThan(3);
			expect(await alone.classes.running()).toBeLessThan(17);
			const kept = await alone.sittings.load('one');
			expect(kept?.id).toBe(address === addresses[0] ? 'one' : undefined);
		}
	}
);

test.runIf(postgresAddress !== null)('one of several that is not there stops the start', async () => {
	const databaseUrls = [await newPostgresDatabase(), 'postgres://127.0.0.1:1/x'];
	await expect(open({ data: '', databaseUrls, patience: 0 })).rejects.toMatchObject({
		name: 'CannotOpenStores'
	});
});

test('two addresses of one database are told from two of two', () => {
	expect(databaseName('postgres://me:pw@DB.example/points')).toBe(
		databaseName('postgresql://you@db.example:5432/points?sslmode=require')
	);
	expect(databaseName('postgres://db/points')).not.toBe(databaseName('postgres://db:5433/points'));
	expect(databaseName('postgres://db/points')).not.toBe(databaseName('postgres://db/other'));
	expect(databaseName('postgres:///x?host=/run/a')).not.toBe(databaseName('postgres:///x?host=/run/b'));
});
