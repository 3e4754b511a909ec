import 'fake-indexeddb/auto';

import { IDBFactory } from 'fake-indexeddb';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';

import { readSoundBanks } from '#lib/bank/read.server.ts';
import { samples, score } from '#lib/kinds/index.ts';
import { newEntry } from '#lib/quiz/entry.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';

const [bank] = await readSoundBanks(join(import.meta.dirname, '../../../questions'));
const [item] = bank?.items ?? [];
if (!item) throw new Error('There is no item.');
const asked = item;

beforeEach(() => {
	vi.resetModules();
	vi.stubGlobal('indexedDB', new IDBFactory());
});

/** The answer to an item, as its attempt reports it. */
function answer(changes: Partial<ScoredItem> = {}): ScoredItem {
	const response = samples(asked).right;
	const result = score(asked, response);
	if (result.state !== 'scored') throw new Error(result.state);
	const entry = { ...newEntry(), response, tries: [{ response, score: result }], scoredAt: 5000 };
	return { id: 'attempt/item', item: asked, facts: [], entry, at: 5000, again: false, ...changes };
}

async function device() {
	const { keepAnswer } = await import('./keep-answer.ts');
	const { openStudyStore } = await import('#lib/store/open.ts');
	const store = await openStudyStore();
	const keep = (scored: ScoredItem) => keepAnswer(scored, { primer: 'paris-call', occasion: 'quiz' });
	return { store, keep };
}

test('an answer that is reported twice counts once', async () => {
	const { store, keep } = await device();
	await keep(answer());
	await keep(answer({ again: true }));
	await keep(answer());
	expect(await store.count()).toMatchObject({ answers: 1 });
});

test('an answer that was not kept the first time counts when it is reported again', async () => {
	const { store, keep } = await device();
	await keep(answer({ again: true }));
	expect((await store.read()).reviews).toMatchObject([{ id: 'attempt/item', at: 5000, occasion: 'quiz' }]);
});

test('an answer that an older version kept under a name drawn at random counts no second time', async () => {
	const { store, keep } = await device();
	await keep(answer({ id: '0123456789abcdef' }));
	await keep(answer({ again: true }));
	expect(await store.count()).toMatchObject({ answers: 1 });
	await keep(answer({ id: 'another/item', at: 6000, again: true }));
	expect(await store.count()).toMatchObject({ answers: 2 });
});

test('an attempt that goes on on another device counts once there, before and after the log is brought along', async () => {
	const there = await device();
	await there.keep(answer());
	const data = await there.store.read();
	vi.resetModules();
	vi.stubGlobal('indexedDB', new IDBFactory());
	const here = await device();
	const { studyStateOf } = await import('#lib/review/study-state.ts');
	const { readLog } = await import('#lib/store/merge.ts');
	const brought = { reviews: readLog(data.reviews), flaws: [], attempts: [], settings: null };
	await here.keep(answer({ again: true }));
	expect(await here.store.merge(brought, studyStateOf)).toMatchObject({ answers: 0 });
	await here.keep(answer({ again: true }));
	expect(await here.store.count()).toMatchObject({ answers: 1 });
});
