import 'fake-indexeddb/auto';

import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';

import { parseRecord } from '#lib/quiz/parse-record.ts';

import { attempt, countingStep, review } from '../fixtures.ts';
import { attemptsInDatabase } from './attempts.ts';
import { Blocked, openDatabase } from './database.ts';
import { firstDatabase, firstSample } from './fixtures.ts';
import { allStores } from './schema.ts';
import { studyInDatabase } from './study.ts';
import { DATABASE_VERSION } from './upgrade.ts';

const ended = () => undefined;

test('a fresh database and one of each old version have the same stores and indexes', async () => {
	(await firstDatabase('from-1')).close();
	const shapes = [];
	for (const name of ['fresh', 'from-1']) {
		const database = await openDatabase(name, ended);
		expect(database.version).toBe(DATABASE_VERSION);
		expect([...database.objectStoreNames].sort()).toEqual([...allStores].sort());
		shapes.push(
			allStores.map((store) => {
				const { keyPath, indexNames } = database.transaction(store).objectStore(store);
				return [store, keyPath, [...indexNames]];
			})
		);
	}
	expect(shapes[0]).toEqual(shapes[1]);
});

test('the attempts of version 1 are all there, and can go on', async () => {
	(await firstDatabase('kept')).close();
	const attempts = await attemptsInDatabase('kept');
	expect(await attempts.list('paris-call')).toEqual(firstSample.attempts.map(({ value }) => value));
	for (const { id } of firstSample.attempts) expect(parseRecord(await attempts.load(id))).toBeDefined();
	expect(await attempts.loadSetAside('old-attempt')).toEqual(firstSample.aside[0]);
	const study = await studyInDatabase('kept');
	expect(await study.record(review(), countingStep)).toBe(true);
	expect(await study.count()).toMatchObject({ answers: 1, quizzes: 2 });
});

describe('with other pages open', () => {
	test('an old one that does not let go keeps nobody waiting for ever, and blocks nobody later', async () => {
		const old = await firstDatabase('held');
		await expect(openDatabase('held', ended, { blocked: 20, silent: 40 })).rejects.toThrow(Blocked);
		await expect(openDatabase('held', ended, { blocked: 20, silent: 40 })).rejects.toThrow(Blocked);
		old.close();
		await expect.poll(async () => (await openDatabase('held', ended)).version).toBe(DATABASE_VERSION);
		const newer = await openDB('held', DATABASE_VERSION + 1);
		expect(newer.version).toBe(DATABASE_VERSION + 1);
	});

	test('an old one that lets go in time is waited for', async () => {
		const old = await firstDatabase('slow');
		setTimeout(() => old.close(), 30);
		expect((await openDatabase('slow', ended)).version).toBe(DATABASE_VERSION);
	});

	test('this one lets a newer version upgrade, and then says that it can keep nothing more', async () => {
		const attempts = await attemptsInDatabase('grown');
		await attempts.save(attempt('one'), 1);
		const newer = await openDB('grown', DATABASE_VERSION + 1);
		expect(newer.version).toBe(DATABASE_VERSION + 1);
		await expect(attempts.save(attempt('two'), 1)).rejects.toThrow(/version/);
	});

	test('this one goes on if its connection was closed for nothing', async () => {
		const attempts = await attemptsInDatabase('closed');
		await attempts.save(attempt('one'), 1);
		// Somebody asked for a newer version, and gave up.
		const asked = indexedDB.open('closed', DATABASE_VERSION + 1);
		await new Promise((resolve) => {
			asked.onupgradeneeded = () => asked.transaction?.abort();
			asked.onerror = resolve;
		});
		await attempts.save(attempt('two'), 1);
		expect(await attempts.list('paris-call')).toHaveLength(2);
	});
});
