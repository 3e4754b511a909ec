import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { countingStep, flaw, noon, review } from './fixtures.ts';
import { studyInMemory } from './memory/study.ts';
import { orInMemory } from './or-in-memory.ts';
import type { StudyStore } from './study-store.ts';
import { BrokenState } from './affected.ts';

const primer = 'paris-call';
const broken = (): Promise<never> => Promise.reject(new Error('corrupt'));

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => void vi.restoreAllMocks());

function device(failing: Partial<StudyStore> = {}): StudyStore {
	return { ...studyInMemory(), lasting: true, ...failing };
}

describe('a device', () => {
	test('that works is asked for everything', async () => {
		const loadMemory = vi.fn(broken);
		const store = orInMemory(device(), loadMemory);
		await store.record(review({ id: 'one' }), countingStep);
		await store.saveFlaw(flaw());
		expect(await store.has('one')).toBe(true);
		expect(await store.facts(primer)).toHaveLength(1);
		expect(await store.flaws(primer)).toHaveLength(1);
		expect([store.lasting, store.problem]).toEqual([true, undefined]);
		expect(loadMemory).not.toHaveBeenCalled();
	});

	test.each(['has', 'facts', 'items', 'abilities', 'days', 'flaws', 'settings'] as const)(
		'that cannot read %s is reported, and the page goes on in its memory',
		async (method) => {
			const store = orInMemory(device({ [method]: broken }), () => Promise.resolve(studyInMemory()));
			expect((await store[method](primer)) || []).toEqual([]);
			expect([store.lasting, store.problem]).toEqual([false, 'unreadable']);
			expect(await store.record(review({ at: noon(0) }), countingStep)).toBe(true);
			expect(await store.facts(primer)).toHaveLength(1);
		}
	);

	test('that takes no answer says so, and the page can still plan by that answer', async () => {
		const store = orInMemory(device({ record: broken }), () => Promise.resolve(studyInMemory()));
		await expect(store.record(review(), countingStep)).rejects.toThrow('corrupt');
		expect(store.lasting).toBe(false);
		expect(await store.record(review(), countingStep)).toBe(true);
		expect(await store.facts(primer)).toMatchObject([{ reviews: 2 }]);
	});

	test('whose state is broken is repaired, not given up', async () => {
		const record = () => Promise.reject(new BrokenState());
		const store = orInMemory(device({ record }), broken);
		await expect(store.record(review(), countingStep)).rejects.toThrow(BrokenState);
		expect(store.lasting).toBe(true);
	});

	test('that fails to delete or to give all that it keeps does not pretend otherwise', async () => {
		const store = orInMemory(device({ clear: broken, read: broken, count: broken, saveFlaw: broken }), () =>
			Promise.resolve(studyInMemory())
		);
		for (const work of [store.clear(), store.read(), store.count(), store.saveFlaw(flaw())])
			await expect(work).rejects.toThrow('corrupt');
	});
});
