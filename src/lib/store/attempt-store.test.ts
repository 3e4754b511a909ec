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
		await store.save(record('one'), 1);
		await store.save({ ...record('one'), done: 3 }, 2, 1);
		expect(await store.revision('one')).toBe(2);
		expect(await store.revision('two')).toBeUndefined();
		expect(await store.load('one')).toEqual({ ...record('one'), done: 3 });
		expect(await store.load('two')).toBeUndefined();
	});

	test('keeps the order of saves that do not wait for each other', async () => {
		const store = await open();
		const records = [1, 2, 3, 4, 5].map((done) => ({ ...record('one'), done }));
		const saves = records.map((each, index) => store.save(each, index + 1, index || undefined));
		expect(await Promise.all(saves)).toEqual([true, true, true, true, true]);
		expect(await store.load('one')).toMatchObject({ done: 5 });
	});

	test('keeps what another page has saved since', async () => {
		const store = await open();
		const seen = record('one');
		await store.save(seen, 1);
		const theirs = { ...seen, done: 3 };
		expect(await store.save(theirs, 2, 1)).toBe(true);
		expect(await store.save({ ...seen, done: 1, updatedAt: 99 }, 3, 1)).toBe(false);
		expect(await store.save({ ...seen, done: 1, updatedAt: 99 }, 3)).toBe(false);
		expect(await store.load('one')).toEqual(theirs);
	});

	test('takes only one of two saves that know the same revision', async () => {
		const store = await open();
		await store.save(record('one'), 1);
		const saves = [1, 2].map((done) => store.save({ ...record('one'), done }, done + 1, 1));
		expect(await Promise.all(saves)).toEqual([true, false]);
		expect(await store.load('one')).toMatchObject({ done: 1 });
	});

	test('has kept what came there by another way', async () => {
		const store = await open();
		await store.save(record('one'), 1);
		expect(await store.save(record('one'), 1)).toBe(true);
		await store.save({ ...record('one'), done: 3 }, 2, 1);
		expect(await store.save({ ...record('one'), done: 3 }, 2, 7)).toBe(true);
		expect(await store.load('one')).toMatchObject({ done: 3 });
	});

	test('tells apart what was started again with what was there before', async () => {
		const store = await open();
		await store.save(record('one'), 1);
		await store.setAside('one');
		await store.save(record('one'), 2);
		expect(await store.save({ ...record('one'), done: 1 }, 3, 1)).toBe(false);
		expect(await store.load('one')).toEqual(record('one'));
	});

	test('is not changed through what it gave or was given', async () => {
		const store = await open();
		const given = record('one');
		await store.save(given, 1);
		given.form.items.push('b');
		const taken = await store.load('one');
		expect(taken).toEqual(record('one'));
	});

	test('lists the attempts at one primer', async () => {
		const store = await open();
		await store.save(record('one'), 1);
		await store.save(record('two'), 1);
		await store.save(record('three', 'other'), 1);
		const ids = (await store.list('paris-call')).map((value) => (value as AttemptRecord).id).sort();
		expect(ids).toEqual(['one', 'two']);
	});

	test('sets aside: out of the way, and not lost', async () => {
		const store = await open();
		await store.save(record('one'), 1);
		await store.setAside('one');
		expect(await store.load('one')).toBeUndefined();
		expect(await store.save({ ...record('one'), done: 1 }, 2, 1)).toBe(false);
		expect(await store.save({ ...record('one'), done: 1 }, 2)).toBe(true);
		expect(await store.loadSetAside('one')).toEqual({ id: 'one', value: record('one') });
		await store.removeSetAside('one');
		expect(await store.loadSetAside('one')).toBeUndefined();
		expect(await store.load('one')).toMatchObject({ done: 1 });
	});

	test('brings back what is wanted of what was set aside, and keeps what has taken its place', async () => {
		const store = await open();
		for (const id of ['alone', 'begun-anew', 'unwanted']) {
			await store.save({ ...record(id), done: 2 }, 1);
			await store.setAside(id);
		}
		await store.save({ ...record('begun-anew'), done: 1 }, 1);
		const asked: unknown[] = [];
		await store.bringBack(() =>
			Promise.resolve((aside, kept) => {
				const value = aside as AttemptRecord;
				asked.push([value.id, (kept as AttemptRecord | undefined)?.done]);
				return value.id === 'unwanted' ? undefined : value;
			})
		);
		expect(asked.sort()).toEqual([
			['alone', undefined],
			['begun-anew', 1],
			['unwanted', undefined]
		]);
		expect(await store.load('alone')).toMatchObject({ done: 2 });
		expect(await store.loadSetAside('alone')).toBeUndefined();
		expect(await store.load('begun-anew')).toMatchObject({ done: 2 });
		expect(await store.loadSetAside('begun-anew')).toMatchObject({ value: { done: 1 } });
		expect(await store.load('unwanted')).toBeUndefined();
		expect(await store.list('paris-call')).toHaveLength(2);
	});

	test('does not ask what to bring back if nothing was set aside', async () => {
		const store = await open();
		await store.bringBack(() => Promise.reject(new Error('is not asked')));
	});

	test('setting aside what is not there does nothing', async () => {
		const store = await open();
		await store.setAside('one');
		expect(await store.loadSetAside('one')).toBeUndefined();
	});
});
