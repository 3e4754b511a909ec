import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { newFolder, newPostgresDatabase, postgresAddress } from './database/staging.ts';
import { openStores, type OpenStores, type StoresConfiguration } from './open-stores.ts';
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
	await expect(open({ data, databaseUrl: 'postgres://127.0.0.1:1/x', patience: 0 })).rejects.toMatchObject({
		name: 'CannotOpenStores'
	});
});

test.runIf(postgresAddress !== null)('an address has them in a PostgreSQL, and writes no file', async () => {
	const data = join(newFolder(), 'file');
	writeFileSync(data, '');
	const databaseUrl = await newPostgresDatabase();
	const { stores, words, close } = await open({ data, databaseUrl });
	await stores.sittings.begin(sitting('one'));
	expect(words).toEqual([]);
	await close();
	expect(await (await open({ data, databaseUrl })).stores.sittings.load('one')).toMatchObject({ id: 'one' });
});
