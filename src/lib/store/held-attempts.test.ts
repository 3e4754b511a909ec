import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { AttemptStore } from './attempt-store.ts';
import { attempt, heldHere, NOON } from './fixtures.ts';
import { holdingAttempts, takeHeldAttempts } from './held-attempts.ts';
import { HELD, letAllGo } from './held.ts';
import { attemptsInMemory } from './memory/attempts.ts';

const one = attempt('one');
const at = (place: number) => ({ ...one, updatedAt: NOON + place });
let names: () => string[];

beforeEach(() => {
	const held = heldHere();
	names = () => Object.keys(held).filter((key) => key.includes(':'));
	vi.stubGlobal('localStorage', held);
});
afterEach(() => vi.unstubAllGlobals());

/** A store whose saves go on only as they are let. */
function slow(store: AttemptStore): { store: AttemptStore; next: () => Promise<boolean> | undefined } {
	const waiting: (() => Promise<boolean>)[] = [];
	return {
		store: {
			...store,
			save: (...asked) =>
				new Promise((resolve, reject) => {
					waiting.push(() => {
						const saving = store.save(...asked);
						saving.then(resolve, reject);
						return saving;
					});
				})
		},
		next: () => waiting.shift()?.()
	};
}

test('an attempt is held until the store has taken it', async () => {
	const saving = holdingAttempts(attemptsInMemory()).save(one, 1);
	expect(names()).toEqual([`${HELD.attempt}one`]);
	expect(await saving).toBe(true);
	expect(names()).toEqual([]);
});

test('wherever a page is closed, the next one has what was done last', async () => {
	await fc.assert(
		fc.asyncProperty(fc.boolean(), fc.array(fc.boolean(), { maxLength: 8 }), async (isKnown, turns) => {
			const kept = attemptsInMemory();
			if (isKnown) await kept.save(at(0), 100);
			const { store, next } = slow(kept);
			const page = holdingAttempts(store);
			let known = isKnown ? 100 : undefined;
			let saved = 0;
			// Each turn, the learner does something, or the store gets on with what was done.
			for (const isSaving of [true, ...turns]) {
				if (isSaving) void page.save(at(++saved), 100 + saved, known);
				else await next();
				known = 100 + saved;
			}
			await takeHeldAttempts(kept);
			expect(await kept.load('one')).toEqual(at(saved));
			expect(await kept.revision('one')).toBe(100 + saved);
			expect(names()).toEqual([]);
		}),
		{ numRuns: 200 }
	);
});

test('what another page has done since stays', async () => {
	const kept = attemptsInMemory();
	await kept.save(at(0), 1);
	void holdingAttempts(slow(kept).store).save(at(1), 2, 1);
	await kept.save(at(5), 3, 1);
	await takeHeldAttempts(kept);
	expect(await kept.load('one')).toEqual(at(5));
	expect(names()).toEqual([]);
});

test('what cannot be taken now goes on waiting, and what is no attempt is let go', async () => {
	const kept = attemptsInMemory();
	void holdingAttempts(slow(kept).store).save(one, 1);
	localStorage.setItem(`${HELD.attempt}other`, '{"record":{"version":1},"revision":1,"bases":[null]}');
	localStorage.setItem(`${HELD.attempt}third`, 'no');
	vi.spyOn(console, 'warn').mockReturnValueOnce();
	await takeHeldAttempts({ ...kept, revision: () => Promise.reject(new Error('full')) });
	expect(names()).toContain(`${HELD.attempt}one`);
	await takeHeldAttempts(kept);
	expect(await kept.load('one')).toEqual(one);
	expect(names()).toEqual([]);
});

test('what the store refuses is held for the next page, until something else is kept', async () => {
	const kept = attemptsInMemory();
	let isFull = true;
	const page = holdingAttempts({
		...kept,
		save: (...asked) => (isFull ? Promise.reject(new Error('full')) : kept.save(...asked))
	});
	await expect(page.save(one, 1)).rejects.toThrow('full');
	expect(names()).toHaveLength(1);
	isFull = false;
	expect(await page.save(at(2), 2)).toBe(true);
	expect(names()).toEqual([]);
});

test('what an open page holds by now is not let go with what it held before', async () => {
	const kept = attemptsInMemory();
	const page = holdingAttempts(slow(kept).store);
	void page.save(one, 1);
	await takeHeldAttempts({
		...kept,
		revision(id) {
			void page.save(at(2), 2, 1);
			return kept.revision(id);
		}
	});
	expect(names()).toHaveLength(1);
	await takeHeldAttempts(kept);
	expect(await kept.load('one')).toEqual(at(2));
});

test('nothing that was deleted comes back', async () => {
	const kept = attemptsInMemory();
	void holdingAttempts(slow(kept).store).save(one, 1);
	letAllGo();
	await takeHeldAttempts(kept);
	expect(await kept.load('one')).toBeUndefined();
});

test('a browser that holds nothing keeps attempts all the same', async () => {
	vi.stubGlobal('localStorage', undefined);
	const kept = attemptsInMemory();
	expect(await holdingAttempts(kept).save(one, 1)).toBe(true);
	await takeHeldAttempts(kept);
	expect(await kept.load('one')).toEqual(one);
});
