import { expect, test } from 'vitest';

import { newRecord, type AttemptRecord } from '#lib/quiz/record.ts';

import { keptAttempts, type Shelf } from './kept-attempts.ts';
import { mayHoldAttempts } from './kept-before.ts';

const withoutSeed = (address: string) => address.replace(/&?seed=\w+/, '');

/** The storage of a page. */
function newShelf(): Shelf & { all: Map<string, string> } {
	const all = new Map<string, string>();
	return {
		all,
		get length() {
			return all.size;
		},
		key: (index) => [...all.keys()][index] ?? null,
		getItem: (key) => all.get(key) ?? null,
		setItem: (key, value) => void all.set(key, value),
		removeItem: (key) => void all.delete(key)
	};
}

function record(seed: string, more: Partial<AttemptRecord> = {}): AttemptRecord {
	const form = {
		primer: 'c',
		seed,
		behaviour: 'practice' as const,
		items: ['a'],
		minutes: null,
		extraTime: 1
	};
	const begun = newRecord({ id: `c/${seed}`, form, address: `?n=1&seed=${seed}`, startedAt: 1 });
	return { ...begun, ...more };
}

test('an attempt is found again by another page, and only the newest save of two counts', async () => {
	const shelf = newShelf();
	const one = await keptAttempts(() => shelf, withoutSeed).open();
	expect(one.lasting).toBe(true);
	expect(await one.save(record('x'), 7)).toBe(true);
	const other = await keptAttempts(() => shelf, withoutSeed).open();
	expect(await other.revision('c/x')).toBe(7);
	expect(await other.load('c/x')).toEqual(record('x'));
	expect(await other.save(record('x', { done: 1 }), 8, 7)).toBe(true);
	expect(await one.save(record('x'), 9, 7)).toBe(false);
	expect(await one.load('c/x')).toEqual(record('x', { done: 1 }));
});

test('a quiz that is drawn for each learner goes on with the last draw that is not over', async () => {
	const shelf = newShelf();
	const kept = keptAttempts(() => shelf, withoutSeed);
	const place = await kept.open();
	await place.save(record('x', { updatedAt: 5 }), 1);
	await place.save(record('y', { updatedAt: 4 }), 2);
	expect(kept.underWay('?n=1')).toBe('?n=1&seed=x');
	expect(kept.underWay('?n=2')).toBeUndefined();
	const outcome = { at: 6, total: { earned: 1, possible: 1 }, points: [] };
	await place.save(record('x', { updatedAt: 6, outcome }), 3, 1);
	expect(kept.underWay('?n=1')).toBe('?n=1&seed=y');
	kept.forget('c/y');
	expect(kept.underWay('?n=1')).toBeUndefined();
	expect(await place.save(record('y'), 4, 2)).toBe(false);
});

test('what cannot go on is set aside, and can be had until it is deleted', async () => {
	const place = await keptAttempts(newShelf, withoutSeed).open();
	await place.save(record('x'), 1);
	await place.setAside('c/x');
	expect(await place.load('c/x')).toBeUndefined();
	expect(await place.loadSetAside('c/x')).toEqual(record('x'));
	await place.removeSetAside('c/x');
	expect(await place.loadSetAside('c/x')).toBeUndefined();
});

test('when there are many, the oldest go', async () => {
	const shelf = newShelf();
	const place = await keptAttempts(() => shelf, withoutSeed).open();
	for (let at = 1; at <= 60; at++) await place.save(record(`s${at}`, { updatedAt: at }), at);
	expect(shelf.all.size).toBe(40);
	expect(await place.load('c/s20')).toBeUndefined();
	expect(await place.load('c/s21')).toBeDefined();
});

test.each<[string, () => Shelf]>([
	[
		'even to look at it is forbidden',
		() => {
			throw new DOMException('The document is sandboxed.', 'SecurityError');
		}
	],
	[
		'there is no room in it',
		() => ({
			...newShelf(),
			setItem: () => {
				throw new DOMException('', 'QuotaExceededError');
			}
		})
	]
])('where %s, an attempt lasts as long as the page', async (_, shelf) => {
	const kept = keptAttempts(shelf, withoutSeed);
	const place = await kept.open();
	expect(place.lasting).toBe(false);
	expect(await place.save(record('x'), 1)).toBe(true);
	expect(await place.load('c/x')).toEqual(record('x'));
	expect(kept.underWay('?n=1')).toBe('?n=1&seed=x');
});

test.each([
	'',
	'{',
	'3',
	'null',
	'{"value":1}',
	'{"value":1,"quiz":"?n=1","address":"//evil.example"}',
	'[]'
])('what somebody else has written there leads nowhere: %s', async (text) => {
	const shelf = newShelf();
	shelf.setItem('five-points-frame c/x', text);
	const kept = keptAttempts(() => shelf, withoutSeed);
	expect(kept.underWay('?n=1')).toBeUndefined();
	await expect((await kept.open()).load('c/x')).resolves.not.toThrow();
});

test('a storage that may not even be looked at holds nothing from before', () => {
	const denied = () => {
		throw new DOMException('The document is sandboxed.', 'SecurityError');
	};
	expect(mayHoldAttempts(denied)).toBe(false);
});
