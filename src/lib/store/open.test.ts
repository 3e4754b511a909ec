import 'fake-indexeddb/auto';

import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';

import { firstDatabase } from './indexed-db/fixtures.ts';
import { DATABASE_VERSION } from './indexed-db/upgrade.ts';
import { DATABASE } from './name.ts';

beforeEach(() => {
	vi.resetModules();
	vi.stubGlobal('indexedDB', new IDBFactory());
});

test('what lasts is opened once', async () => {
	const { openStore, openStudyStore } = await import('./open.ts');
	expect(await openStudyStore()).toMatchObject({ lasting: true, problem: undefined });
	expect(openStudyStore()).toBe(openStudyStore());
	expect(openStore()).toBe(openStore());
});

test('a browser that keeps nothing leaves a memory, which is all there is', async () => {
	const { openStore, openStudyStore } = await import('./open.ts');
	const refuse = () => {
		throw new DOMException('refused', 'SecurityError');
	};
	vi.stubGlobal('indexedDB', { open: refuse });
	expect(await openStudyStore()).toMatchObject({ lasting: false, problem: undefined });
	expect(await openStore()).toMatchObject({ lasting: false });
});

test('an old page in the way is recognised; once it is closed, the next opening gets what is kept', async () => {
	const { openStore, openStudyStore } = await import('./open.ts');
	const old = await firstDatabase(DATABASE);
	expect(await openStudyStore()).toMatchObject({ lasting: false, problem: 'blocked' });
	expect(await openStore()).toMatchObject({ lasting: false });
	old.close();
	await expect.poll(() => openStudyStore()).toMatchObject({ lasting: true });
	expect(await openStore()).toMatchObject({ lasting: true });
});

test('a newer version that has changed the form of what is kept is recognised too', async () => {
	const { openStudyStore } = await import('./open.ts');
	(await openDB(DATABASE, DATABASE_VERSION + 1)).close();
	expect(await openStudyStore()).toMatchObject({ lasting: false, problem: 'newer' });
});
