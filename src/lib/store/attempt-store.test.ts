import 'fake-indexeddb/auto';

import { describe, expect, test } from 'vitest';

import { newRecord, type AttemptRecord } from '#lib/quiz/record.ts';

import type { AttemptStore } from './attempt-store.ts';
import { attemptsInDatabase } from './indexed-db/attempts.ts';
import { attemptsInMemory } from './memory/attempts.ts';

function record(id: string, primer = 'paris-call'): AttemptRecord {
	return newRecord({
		id,
		form: { primer, seed: 's', behaviour: 'practice', items: ['a'], minutes: null, extraTime: 1 },
		address: '?seed=s',
		startedAt: 1
	});
}

let databases = 0;
const adapters: [string, () => Promise<AttemptStore>][] = [
	['memory', () => Promise.resolve(attemptsInMemory())],
	['IndexedDB', () => attemptsInDatabase(`test-${databases++}`)]
];

describe.each(adapters)('a store of attempts in %s', (_, open) => {
	test('gives back what was saved last, and nothing for an unknown id', async () => {
		const store = await open();
		await store.save(record('one'));
		await store.save({ ...record('one'), done: 3 });
		expect(await store.load('one')).toEqual({ ...record('one'), done: 3 });
		expect(await store.load('two')).toBeUndefined();
	});

	test('keeps the order of saves that do not wait for each other', async () => {
		const store = await open();
		await Promise.all([1, 2, 3, 4, 5].map((done) => store.save({ ...record('one'), done })));
		expect(await store.load('one')).toMatchObject({ done: 5 });
	});

	test('is not changed through what it gave or was given', async () => {
		const store = await open();
		const given = record('one');
		await store.save(given);
		given.form.items.push('b');
		const taken = await store.load('one');
		expect(taken).toEqual(record('one'));
	});

	test('lists the attempts at one primer', async () => {
		const store = await open();
		await store.save(record('one'));
		await store.save(record('two'));
		await store.save(record('three', 'other'));
		const ids = (await store.list('paris-call')).map((value) => (value as AttemptRecord).id).sort();
		expect(ids).toEqual(['one', 'two']);
	});

	test('sets aside: out of the way, and not lost', async () => {
		const store = await open();
		await store.save(record('one'));
		await store.setAside('one');
		expect(await store.load('one')).toBeUndefined();
		await store.save({ ...record('one'), done: 1 });
		expect(await store.loadSetAside('one')).toEqual({ id: 'one', value: record('one') });
		await store.removeSetAside('one');
		expect(await store.loadSetAside('one')).toBeUndefined();
		expect(await store.load('one')).toMatchObject({ done: 1 });
	});

	test('setting aside what is not there does nothing', async () => {
		const store = await open();
		await store.setAside('one');
		expect(await store.loadSetAside('one')).toBeUndefined();
	});
});
