import 'fake-indexeddb/auto';

import { expect, test } from 'vitest';

import type { AttemptRecord } from '#lib/quiz/record.ts';

import { attempt, NOON } from './fixtures.ts';
import { gradedAgain } from './graded-again.ts';
import { attemptsInDatabase } from './indexed-db/attempts.ts';
import { DATABASE } from './name.ts';
import { openAttempts } from './open-attempts.ts';

const begun = attempt('paris-call?sitting=1');
const finished: AttemptRecord = {
	...begun,
	grades: {
		a: { state: 'scored', fraction: 0, parts: [{ id: 'x', verdict: 'missed', why: 'so', tellsKey: true }] }
	},
	outcome: { at: NOON, total: { earned: 0, possible: 1 }, points: [] }
};

test('a finished exam comes back, whatever was begun in its place', () => {
	expect(gradedAgain(finished, undefined)).toEqual(finished);
	expect(gradedAgain(finished, begun)).toEqual(finished);
	expect(gradedAgain(finished, { version: 0 })).toEqual(finished);
});

test('a finished one in its place stays', () => {
	expect(gradedAgain(finished, { ...finished, updatedAt: NOON + 1 })).toBeUndefined();
});

test('what is no finished exam stays aside', () => {
	for (const other of [begun, { ...finished, version: 0 }, { ...finished, outcome: null }, null])
		expect(gradedAgain(other, undefined)).toBeUndefined();
});

test('an exam that was set aside on this device is back once its store is opened', async () => {
	const before = await attemptsInDatabase(DATABASE);
	await before.save(finished, 1);
	await before.setAside(finished.id);
	await before.save(begun, 1);
	const store = await openAttempts();
	expect(await store.load(finished.id)).toEqual(finished);
	expect(await store.list('paris-call')).toEqual([finished]);
});
