import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Database } from '../database/database.ts';
import { openPostgres } from '../database/postgres.ts';
import { openSqlite } from '../database/sqlite.ts';
import { newPostgresDatabase, postgresAddress } from '../database/staging.ts';
import { anyJson } from '../database/values-staging.ts';
import { sittingsInDatabase } from './database.ts';
import { sittingsInMemory } from './memory.ts';
import type { KeptAnswer, Sittings } from './sittings.ts';
import { anyAnswers, anyClosing, anySitting, answer, closing, sitting } from './staging.ts';

/** The server’s clock in these tests. */
let now = 0;
const clock = () => now;

interface Adapter {
	sittings: Sittings;
	close: () => Promise<void>;
}

const adapters: [string, () => Promise<Adapter>][] = [
	['memory', () => Promise.resolve({ sittings: sittingsInMemory(clock), close: () => Promise.resolve() })],
	[
		'SQLite',
		async () => {
			const folder = mkdtempSync(join(tmpdir(), 'five-points-sittings-'));
			const { sittings, close } = over(await openSqlite(folder, () => undefined));
			return { sittings, close: () => close().then(() => rmSync(folder, { recursive: true })) };
		}
	]
];
if (postgresAddress !== null) {
	adapters.push(['PostgreSQL', async () => over(await openPostgres(await newPostgresDatabase()))]);
}

function over(database: Database): Adapter {
	return { sittings: sittingsInDatabase(database, clock), close: database.close };
}

let ids = 0;
const newId = () => `sitting-${ids++}`;

describe.each(adapters)('sittings in %s', (_, open) => {
	let adapter: Adapter;
	let sittings: Sittings;

	beforeAll(async () => {
		adapter = await open();
		sittings = adapter.sittings;
	});
	afterAll(() => adapter.close());

	/** Begins an ordinary sitting, and returns its id. */
	const begun = async (): Promise<string> => {
		const id = newId();
		await sittings.begin(sitting(id));
		return id;
	};

	test('gives back what was begun, and nothing for an unknown id', async () => {
		const id = await begun();
		expect(await sittings.load(id)).toEqual({ ...sitting(id), closed: null });
		expect(await sittings.answers(id)).toEqual([]);
		expect(await sittings.load('unknown')).toBeUndefined();
		expect(await sittings.answers('unknown')).toEqual([]);
		expect(await sittings.keep('unknown', [answer('a', 1)])).toBe('unknown');
		expect(await sittings.close('unknown', closing)).toBeUndefined();
	});

	test('stays as it is when it is begun again', async () => {
		const id = await begun();
		await sittings.keep(id, [answer('a', 1)]);
		await sittings.begin(sitting(id, { startedAt: 5000 }));
		expect(await sittings.load(id)).toMatchObject({ startedAt: 1000 });
		expect(await sittings.answers(id)).toEqual([answer('a', 1)]);
	});

	test('is not changed through what it gave or was given', async () => {
		const given = structuredClone(sitting(newId()));
		const response = ['x'];
		await sittings.begin(given);
		await sittings.keep(given.id, [answer('a', response)]);
		given.form.items.push('z');
		response.push('y');
		(await sittings.load(given.id))?.form.items.push('z');
		expect(await sittings.load(given.id)).toEqual({ ...sitting(given.id), closed: null });
		expect(await sittings.answers(given.id)).toEqual([answer('a', ['x'])]);
	});

	test('keeps the newest answer to each item', async () => {
		const id = await begun();
		expect(await sittings.keep(id, [answer('b', 1, 2000), answer('a', 1, 2000)])).toBe('kept');
		expect(await sittings.keep(id, [answer('a', 2, 1999), answer('b', 2, 2001)])).toBe('kept');
		expect(await sittings.answers(id)).toEqual([answer('a', 1, 2000), answer('b', 2, 2001)]);
	});

	test('keeps, of two answers of the same moment, the one that was sent later', async () => {
		const id = await begun();
		await sittings.keep(id, [answer('a', 'first'), answer('a', 'second'), answer('a', 'old', 1)]);
		expect(await sittings.answers(id)).toEqual([answer('a', 'second')]);
		await sittings.keep(id, [answer('a', 'third')]);
		expect(await sittings.answers(id)).toEqual([answer('a', 'third')]);
	});

	test('accepts an empty list of answers', async () => {
		expect(await sittings.keep(await begun(), [])).toBe('kept');
	});

	test('keeps as many answers as an exam can have', async () => {
		const id = await begun();
		const many = Array.from({ length: 1600 }, (_, index) => answer(`item-${index}`, index));
		expect(await sittings.keep(id, many)).toBe('kept');
		expect(await sittings.answers(id)).toHaveLength(1600);
	});

	test('takes answers until a moment, and none after it', async () => {
		const id = await begun();
		now = 7000;
		expect(await sittings.keep(id, [answer('a', 1)], 7000)).toBe('kept');
		now = 7001;
		expect(await sittings.keep(id, [answer('a', 2), answer('b', 2)], 7000)).toBe('closed');
		expect(await sittings.answers(id)).toEqual([answer('a', 1)]);
	});

	test('is closed once: the first closing counts, and grades what was kept', async () => {
		const id = await begun();
		await sittings.keep(id, [answer('b', false), answer('a', true)]);
		const first = closing([answer('a', true), answer('b', false)]);
		expect(await sittings.close(id, closing)).toEqual(first);
		expect(await sittings.keep(id, [answer('c', true)])).toBe('closed');
		expect(
			await sittings.close(id, () => {
				throw new Error('A closed sitting is not graded.');
			})
		).toEqual(first);
		expect(await sittings.load(id)).toEqual({ ...sitting(id), closed: first });
		expect(await sittings.answers(id)).toEqual([answer('a', true), answer('b', false)]);
	});

	test('stays open when grading fails, and harms nobody else', async () => {
		const [one, other] = [await begun(), await begun()];
		const failing = sittings.close(one, () => {
			throw new Error('cannot be graded');
		});
		const [failed, closed, kept] = await Promise.allSettled([
			failing,
			sittings.close(other, closing),
			sittings.keep(one, [answer('a', true)])
		]);
		expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'cannot be graded' } });
		expect(closed).toMatchObject({ status: 'fulfilled', value: { by: 'learner' } });
		expect(kept).toMatchObject({ value: 'kept' });
		expect(await sittings.load(one)).toMatchObject({ closed: null });
	});

	test('names open sittings that have ended, the earliest first', async () => {
		const ends = [31, 30, 32, 30.5].map((endsAt) => sitting(newId(), { endsAt }));
		const [late, early, , closed] = ends.map(({ id }) => id);
		for (const each of ends) await sittings.begin(each);
		await sittings.close(closed ?? '', closing);
		expect(await sittings.ended(32, 100)).toEqual([early, late]);
		expect(await sittings.ended(32, 1)).toEqual([early]);
		expect(await sittings.ended(32, 1, 1)).toEqual([late]);
		expect(await sittings.ended(32, 100, 2)).toEqual([]);
		expect(await sittings.ended(30, 100)).toEqual([]);
		await sittings.removeEndedBefore(1000);
	});

	test('removes what was closed or has ended before a moment, with its answers', async () => {
		await sittings.removeEndedBefore(Infinity);
		const closedBefore = sitting(newId());
		const closedAfter = sitting(newId());
		const endedBefore = sitting(newId(), { endsAt: 4999 });
		const endsAfter = sitting(newId(), { endsAt: 5000 });
		for (const each of [closedBefore, closedAfter, endedBefore, endsAfter]) {
			await sittings.begin(each);
			await sittings.keep(each.id, [answer('a', 1)]);
		}
		await sittings.close(closedBefore.id, (answers) => closing(answers, { at: 4999 }));
		await sittings.close(closedAfter.id, (answers) => closing(answers, { at: 5000 }));
		expect(await sittings.removeEndedBefore(5000)).toBe(2);
		expect(await sittings.load(closedBefore.id)).toBeUndefined();
		expect(await sittings.load(endedBefore.id)).toBeUndefined();
		expect(await sittings.answers(closedBefore.id)).toEqual([]);
		expect(await sittings.load(closedAfter.id)).toBeDefined();
		expect(await sittings.load(endsAfter.id)).toBeDefined();
		expect(await sittings.removeEndedBefore(5000)).toBe(0);
	});

	test('removes a sitting without an end once nothing has happened to it since', async () => {
		await sittings.removeEndedBefore(Infinity);
		const endless = { startedAt: 1000, endsAt: Infinity };
		const [untouched, answered] = [sitting(newId(), endless), sitting(newId(), endless)];
		for (const each of [untouched, answered]) await sittings.begin(each);
		await sittings.keep(answered.id, [answer('a', 1, 5000), answer('b', 1, 3000)]);
		expect(await sittings.ended(1e15, 10)).toEqual([]);
		expect(await sittings.removeEndedBefore(1000)).toBe(0);
		expect(await sittings.removeEndedBefore(5000)).toBe(1);
		expect(await sittings.load(untouched.id)).toBeUndefined();
		expect(await sittings.load(answered.id)).toMatchObject({ endsAt: Infinity });
		expect(await sittings.removeEndedBefore(5001)).toBe(1);
	});

	test('removes more than one statement can', async () => {
		await sittings.removeEndedBefore(Infinity);
		await Promise.all(Array.from({ length: 1200 }, () => sittings.begin(sitting(newId(), { endsAt: 10 }))));
		expect(await sittings.removeEndedBefore(11)).toBe(1200);
	});

	test('returns any JSON that was answered', async () => {
		const id = await begun();
		let at = 0;
		await fc.assert(
			fc.asyncProperty(anyJson, async (response) => {
				await sittings.keep(id, [answer('a', response, ++at)]);
				const text = JSON.stringify(response);
				const kept = await sittings.answers(id);
				expect(JSON.stringify(kept[0]?.response)).toBe(text);
				expect(kept).toEqual([answer('a', JSON.parse(text), at)]);
			}),
			{ numRuns: 200 }
		);
	});

	test('gives back any sitting, its answers and its closing, under any id', async () => {
		let count = 0;
		await fc.assert(
			fc.asyncProperty(anySitting, anyAnswers, anyClosing, async (given, answers, graded) => {
				// No id begins like another, whatever follows.
				const each = { ...given, id: `${count++}:${given.id}` };
				await sittings.begin(each);
				expect(await sittings.load(each.id)).toEqual({ ...each, closed: null });
				await sittings.keep(each.id, answers);
				let seen: KeptAnswer[] = [];
				const closed = await sittings.close(each.id, (found) => {
					seen = found;
					return graded;
				});
				expect(sorted(seen)).toEqual(sorted(newestOf(answers)));
				expect(closed).toEqual(graded);
				expect(Object.keys(closed?.grades ?? {})).toEqual(Object.keys(graded.grades));
				expect(await sittings.load(each.id)).toEqual({ ...each, closed: graded });
			}),
			{ numRuns: 150 }
		);
	});

	test('loses nothing that it acknowledged when everybody comes at once', async () => {
		const id = await begun();
		const acknowledged = new Set<string>();
		let graded: KeptAnswer[] = [];
		let gradings = 0;
		const keeping = Array.from({ length: 300 }, async (_, index) => {
			// Some of them come one turn of the event loop later, some two.
			for (let turn = 0; turn < index % 3; turn++) await new Promise(setImmediate);
			const kept = await sittings.keep(id, [answer(`item-${index}`, true)]);
			if (kept === 'kept') acknowledged.add(`item-${index}`);
			return kept;
		});
		const closes = Array.from({ length: 20 }, async (_, index) => {
			for (let turn = 0; turn < index % 3; turn++) await new Promise(setImmediate);
			return sittings.close(id, (answers) => {
				graded = answers;
				gradings++;
				return closing(answers, { at: index });
			});
		});
		const [closings] = await Promise.all([Promise.all(closes), Promise.all(keeping)]);
		expect(new Set(closings.map((one) => one?.at)).size).toBe(1);
		expect(new Set(graded.map(({ item }) => item))).toEqual(acknowledged);
		expect(gradings).toBeGreaterThan(0);
		expect((await sittings.answers(id)).length).toBe(acknowledged.size);
	});
});

/** What should be kept if the answers come in this order. */
function newestOf(answers: readonly KeptAnswer[]): KeptAnswer[] {
	const newest = new Map<string, KeptAnswer>();
	for (const each of answers) {
		if (each.at >= (newest.get(each.item)?.at ?? 0)) newest.set(each.item, each);
	}
	return [...newest.values()].map(({ item, response, at }) => {
		const value: unknown = JSON.parse(JSON.stringify(response));
		return { item, response: value, at };
	});
}

function sorted(answers: readonly KeptAnswer[]): KeptAnswer[] {
	return answers.toSorted((a, b) => (a.item < b.item ? -1 : 1));
}
