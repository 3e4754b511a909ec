import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { keptOnDevice } from './device.ts';
import { elementKey } from './element-key.ts';
import { recordOf, Shelf } from './staging.ts';

let shelf: Shelf;
beforeEach(() => {
	shelf = new Shelf();
	vi.stubGlobal('localStorage', shelf);
});
afterEach(() => vi.unstubAllGlobals());

const at = (updatedAt: number) => recordOf([], { updatedAt });
const pageKey = (number: number) => elementKey({ pathname: '/course', search: `?lesson=${number}` }, ['']);

test('what the site keeps itself stays, whatever it is called', () => {
	const own = Object.fromEntries(
		['five-points', 'five-points-quiz?', 'five-points-quiz'].map((key) => [key, 'own'])
	);
	Object.assign(shelf, own);
	const tried = vi.spyOn(shelf, 'setItem');
	keptOnDevice('k');
	keptOnDevice('k');
	// Each time it is another, which nobody can have taken.
	const probes = tried.mock.calls.map(([key]) => key);
	tried.mockRestore();
	expect(Object.fromEntries(Object.entries(shelf))).toEqual(own);
	expect(new Set(probes).size).toBe(2);
});

test('pages that differ in their query alone each have their own attempt', async () => {
	keptOnDevice(pageKey(1)).keep(at(1));
	expect(pageKey(1)).not.toBe(pageKey(2));
	expect(await keptOnDevice(pageKey(2)).resume()).toBeUndefined();
	expect(await keptOnDevice(pageKey(1)).resume()).toEqual(at(1));
});

test('of many attempts in elements the newest forty stay, and nothing else goes', () => {
	Object.assign(shelf, { other: 'own', '["five-points"]': '{"updatedAt":0}' });
	keptOnDevice('five-points.package').keep(at(0));
	// Number 2 is changed once more, after all others.
	for (let number = 1; number <= 41; number++) keptOnDevice(pageKey(number)).keep(at(number));
	keptOnDevice(pageKey(2)).keep(at(100));
	keptOnDevice(pageKey(42)).keep(at(42));
	const kept = Object.keys(shelf).filter((key) => key.includes('lesson'));
	const without = [1, 3];
	const all = Array.from({ length: 42 }, (_, index) => index + 1);
	expect(kept.sort()).toEqual(
		all
			.filter((number) => !without.includes(number))
			.map(pageKey)
			.sort()
	);
	expect(Object.keys(shelf)).toEqual(
		expect.arrayContaining(['other', '["five-points"]', 'five-points.package'])
	);
});
