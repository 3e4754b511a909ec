import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { countingFold, countingStep, heldHere, noon, review } from './fixtures.ts';
import { holding, takeHeld } from './held-answers.ts';
import { studyInMemory } from './memory/study.ts';
import { checkedStudy } from './study.ts';
import type { StudyStore } from './study-store.ts';

const loadStep = () => Promise.resolve(countingStep);

let held: Storage;
const names = () => Object.keys(held).filter((key) => key.includes(':'));

beforeEach(() => {
	vi.stubGlobal('localStorage', (held = heldHere()));
});
afterEach(() => vi.unstubAllGlobals());

const never = (): Promise<boolean> => new Promise(() => undefined);

function checked(store: StudyStore) {
	return checkedStudy(store, () => Promise.resolve(countingFold));
}

test('an answer is held until the store has taken it', async () => {
	const recording = holding(studyInMemory()).record(review({ id: 'one' }), countingStep);
	expect(names()).toEqual(['five-points-answer:one']);
	expect(await recording).toBe(true);
	expect(names()).toEqual([]);
});

test('what a page that was closed too early has left is taken by the next, in order, and counts once', async () => {
	const store = studyInMemory();
	const closed = holding({ ...store, record: never });
	void closed.record(review({ id: 'two', at: noon(2) }), countingStep);
	void closed.record(review({ id: 'one', at: noon(1) }), countingStep);
	await store.record(review({ id: 'two', at: noon(2) }), countingStep);
	await takeHeld(checked(store), loadStep);
	expect((await store.read()).reviews).toHaveLength(2);
	expect(names()).toEqual([]);
	await takeHeld(checked(store), loadStep);
	expect(await store.count()).toMatchObject({ answers: 2 });
});

test('what cannot be taken now goes on waiting', async () => {
	const store = studyInMemory();
	void holding({ ...store, record: never }).record(review({ id: 'one' }), countingStep);
	await takeHeld({ record: () => Promise.reject(new Error('full')) }, loadStep);
	await takeHeld(checked(store), () => Promise.reject(new Error('offline')));
	expect(names()).toHaveLength(1);
	await takeHeld(checked(store), loadStep);
	expect(await store.count()).toMatchObject({ answers: 1 });
});

test('what is no answer is dropped, and what is deleted does not come back', async () => {
	const store = studyInMemory();
	held.setItem('five-points-answer:broken', '{');
	held.setItem('five-points-answer:other', '{"id":"other"}');
	held.setItem('another:name', '1');
	await takeHeld(checked(store), loadStep);
	expect(names()).toEqual(['another:name']);
	void holding({ ...store, record: never }).record(review(), countingStep);
	await holding(store).clear();
	await takeHeld(checked(store), loadStep);
	expect(await store.count()).toMatchObject({ answers: 0 });
});

test('a browser that holds nothing takes answers as before', async () => {
	const denied = () => {
		throw new DOMException('denied', 'SecurityError');
	};
	vi.stubGlobal('localStorage', { getItem: denied, setItem: denied, removeItem: denied });
	const store = studyInMemory();
	expect(await holding(store).record(review(), countingStep)).toBe(true);
	await takeHeld(checked(store), loadStep);
	await holding(store).clear();
});
