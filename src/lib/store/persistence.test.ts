import { afterEach, expect, test, vi } from 'vitest';

import { countingFold, countingStep, noon, review } from './fixtures.ts';
import { studyInMemory } from './memory/study.ts';
import { askingToKeep, isPromised } from './persistence.ts';

afterEach(() => vi.unstubAllGlobals());

function browser({ persisted = false } = {}) {
	const persist = vi.fn(() => Promise.resolve(true));
	const kept = new Map<string, string>();
	vi.stubGlobal('navigator', { storage: { persisted: () => Promise.resolve(persisted), persist } });
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key)
	});
	return { persist, kept };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('the browser is asked once there is something to lose, and once a day', async () => {
	const { persist, kept } = browser();
	let now = noon(0);
	const store = askingToKeep(studyInMemory(), () => now);
	await store.facts('paris-call');
	await settled();
	expect(persist).not.toHaveBeenCalled();
	await store.record(review(), countingStep);
	await store.record(review(), countingStep);
	await settled();
	expect(persist).toHaveBeenCalledTimes(1);
	now = noon(1);
	await store.merge({ reviews: [review()], flaws: [], attempts: [], settings: null }, countingFold);
	await settled();
	expect(persist).toHaveBeenCalledTimes(2);
	await store.clear();
	expect(kept.size).toBe(0);
});

test('a browser that has promised is not asked', async () => {
	const { persist } = browser({ persisted: true });
	await askingToKeep(studyInMemory()).record(review(), countingStep);
	await settled();
	expect(persist).not.toHaveBeenCalled();
	expect(await isPromised()).toBe(true);
});

test('a browser that cannot be asked breaks nothing', async () => {
	vi.stubGlobal('navigator', {});
	const denied = () => {
		throw new DOMException('denied', 'SecurityError');
	};
	vi.stubGlobal('localStorage', { getItem: denied, setItem: denied, removeItem: denied });
	const store = askingToKeep(studyInMemory());
	expect(await store.record(review(), countingStep)).toBe(true);
	await store.clear();
	expect(await store.facts('paris-call')).toEqual([]);
	expect(await isPromised()).toBeUndefined();
});
