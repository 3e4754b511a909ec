import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Database } from '../database/database.ts';
import { StoreUnavailable } from '../database/faults.ts';
import { openPostgres } from '../database/postgres.ts';
import { openSqlite } from '../database/sqlite.ts';
import { newFolder, newPostgresDatabase, postgresAddress } from '../database/staging.ts';
import { storesIn } from '../open-stores.ts';
import type { ClassEvent } from '#lib/classroom/event.ts';
import { classesAmong } from './among-databases.ts';
import type { ClassStores } from './classes.ts';
import { classesInMemory } from './memory.ts';
import {
	anyAnswer,
	anyClass,
	anyEvent,
	anyPupil,
	answerOf,
	classOf,
	pupilOf,
	standingOf
} from './staging.ts';

interface Adapter {
	stores: ClassStores;
	close: () => Promise<void>;
}

const adapters: [string, () => Promise<Adapter>][] = [
	['memory', () => Promise.resolve({ stores: classesInMemory(), close: () => Promise.resolve() })],
	[
		'SQLite',
		async () => {
			const folder = mkdtempSync(join(tmpdir(), 'five-points-classes-'));
			const { stores, close } = over(await openSqlite(folder, () => undefined));
			return { stores, close: () => close().then(() => rmSync(folder, { recursive: true })) };
		}
	],
	[
		'two databases',
		() => {
			const [one, other] = [classesInMemory(), classesInMemory()];
			const stores = classesAmong([
				{ name: 'one', stores: one },
				{ name: 'other', stores: other }
			]);
			return Promise.resolve({ stores, close: () => Promise.resolve() });
		}
	]
];
if (postgresAddress !== null) {
	adapters.push(['PostgreSQL', async () => over(await openPostgres(await newPostgresDatabase()))]);
}

function over(database: Database): Adapter {
	return { stores: storesIn(database), close: database.close };
}

const ask: ClassEvent = { type: 'ask', at: 2000, position: 0 };
const shut: ClassEvent = { type: 'close', at: 4000, round: 1 };

let ids = 0;

describe.each(adapters)('classes in %s', (_, open) => {
	let adapter: Adapter;
	let stores: ClassStores;

	beforeAll(async () => {
		adapter = await open();
		stores = adapter.stores;
	});
	afterAll(() => adapter.close());

	/** Makes a class whose first round is open, and returns its id. */
	const asked = async (): Promise<string> => {
		const id = `class-${ids++}`;
		await stores.classes.create(classOf(id));
		await stores.classes.append(id, 0, ask, standingOf());
		return id;
	};

	test('give back what was made, under a code that no other running class has', async () => {
		const { classes } = stores;
		const made = classOf('odd\0\ud800', { code: '\udc00é', hostKeyHash: '\0' });
		expect(await classes.create(made)).toBe('created');
		expect(await classes.load(made.id)).toEqual({ ...made, endedAt: null });
		expect(await classes.byCode(made.code)).toBe(made.id);
		expect(await classes.create(classOf('other', { code: made.code }))).toBe('taken');
		expect(await classes.create(classOf(made.id, { code: 'other' }))).toBe('taken');
		await classes.append(made.id, 0, { type: 'end', at: 1 }, standingOf({ open: null, endedAt: 1 }));
		expect(await classes.byCode(made.code)).toBeUndefined();
		expect(await classes.create(classOf('other', { code: made.code }))).toBe('created');
		expect(await classes.load('unknown')).toBeUndefined();
	});

	test('add to a log for whoever knows all of it', async () => {
		const id = await asked();
		const { classes } = stores;
		expect(await classes.append(id, 0, shut, standingOf())).toBe('behind');
		const all = await Promise.all([1, 1, 1].map((known) => classes.append(id, known, shut, standingOf())));
		expect(all.sort()).toEqual([2, 'behind', 'behind']);
		expect(await classes.events(id, 0)).toEqual([
			{ sequence: 1, event: ask },
			{ sequence: 2, event: shut }
		]);
		expect(await classes.events(id, 1)).toEqual([{ sequence: 2, event: shut }]);
		expect(await classes.append('unknown', 0, ask, standingOf())).toBe('unknown');
	});

	test('let 300 join at once, no name twice, and no more than they may have', async () => {
		const id = await asked();
		const { pupils } = stores;
		const many = Array.from({ length: 300 }, (_, index) => pupilOf(`p${index}`));
		expect(new Set(await Promise.all(many.map((one) => pupils.join(id, one, 301))))).toEqual(
			new Set(['joined'])
		);
		expect(await pupils.list(id)).toEqual(many);
		expect(await pupils.join(id, pupilOf('p0'), 301)).toBe('joined');
		expect(await pupils.join(id, pupilOf('new', { nameKey: 'p0' }), 301)).toBe('taken');
		expect(await pupils.change(id, 'p0', { standing: 'removed' })).toBe('changed');
		expect(await pupils.join(id, pupilOf('new', { nameKey: 'p0' }), 301)).toBe('joined');
		expect(await pupils.change(id, 'p0', { standing: 'in' })).toBe('taken');
		expect(await pupils.join(id, pupilOf('more'), 301)).toBe('full');
		expect(await pupils.join('unknown', pupilOf('more'), 301)).toBe('unknown');
		expect(await pupils.change(id, 'unknown', {})).toBe('unknown');
	});

	test('keep an answer once, changed only where it may be, and none after the close', async () => {
		const id = await asked();
		const { answers, classes } = stores;
		const first = answerOf('a');
		const second = answerOf('a', { key: 'second', response: ['\0\ud800'], certainty: 2 });
		expect(await answers.give(id, first, false)).toBe('kept');
		expect(await answers.give(id, { ...first, at: 9 }, false)).toBe('kept');
		expect(await answers.give(id, second, false)).toBe('given');
		expect(await answers.give(id, second, true)).toBe('kept');
		expect(await answers.give(id, first, true)).toBe('kept');
		expect(await answers.of(id, 'a')).toEqual([second]);
		expect(await answers.give(id, answerOf('a', { round: 2 }), true)).toBe('closed');
		expect(await answers.give('unknown', first, true)).toBe('unknown');
		await classes.append(id, 1, shut, standingOf({ open: null }));
		expect(await answers.give(id, answerOf('b'), true)).toBe('closed');
		expect(await answers.give(id, second, true)).toBe('kept');
		expect(await answers.list(id, [1, 2])).toEqual([second]);
		expect(await answers.list(id, [])).toEqual([]);
		expect(await answers.who(id, 1)).toEqual(['a']);
		await classes.remove(id);
		expect(await answers.list(id, [1])).toEqual([]);
	});

	test('count who has answered of those who are in the class', async () => {
		const id = await asked();
		const { answers, classes, pupils } = stores;
		await classes.append(id, 1, ask, standingOf({ open: { first: 1, last: 3 } }));
		for (const name of ['a', 'b', 'held', 'removed']) await pupils.join(id, pupilOf(name), 9);
		for (const pupil of ['a', 'b', 'held', 'removed', 'nobody']) {
			await answers.give(id, answerOf(pupil), true);
			if (pupil === 'a') await answers.give(id, answerOf(pupil, { round: 3 }), true);
		}
		await pupils.change(id, 'held', { standing: 'held' });
		await pupils.change(id, 'removed', { standing: 'removed' });
		expect(await answers.counts(id, [1, 2, 3])).toEqual(
			new Map([
				[1, 2],
				[3, 1]
			])
		);
		expect(await answers.counts(id, [])).toEqual(new Map());
		expect(await answers.counts('unknown', [1])).toEqual(new Map());
	});

	test('acknowledge no answer that is not there when its round has closed', async () => {
		const id = await asked();
		const { answers, classes } = stores;
		const acknowledged = new Set<string>();
		let atClose: string[] = [];
		const giving = Array.from({ length: 300 }, async (_, index) => {
			for (let turn = 0; turn < index % 3; turn++) await new Promise(setImmediate);
			if ((await answers.give(id, answerOf(`p${index}`), true)) === 'kept') acknowledged.add(`p${index}`);
		});
		const closing = async () => {
			await new Promise(setImmediate);
			await classes.append(id, 1, shut, standingOf({ open: null }));
			atClose = await answers.who(id, 1);
		};
		await Promise.all([...giving, closing()]);
		expect(new Set(atClose)).toEqual(acknowledged);
	});

	test('name what is due, and remove what is over', async () => {
		const { classes } = stores;
		await classes.removeEndedBefore(Infinity);
		const due = [await asked(), await asked(), await asked()];
		for (const [index, id] of due.entries()) {
			await classes.append(id, 1, { ...shut, at: 5000 }, standingOf({ dueAt: 50 - index }));
		}
		expect(await classes.due(50, 9)).toEqual([
			{ id: due[2], at: 48 },
			{ id: due[1], at: 49 }
		]);
		expect(await classes.due(51, 1)).toEqual([{ id: due[2], at: 48 }]);
		expect(await classes.running()).toBe(3);
		expect(await classes.removeEndedBefore(5000)).toBe(0);
		await classes.append(due[0] ?? '', 2, { type: 'end', at: 5001 }, standingOf({ endedAt: 4999 }));
		expect(await classes.removeEndedBefore(5000)).toBe(1);
		expect(await classes.removeEndedBefore(5001)).toBe(2);
		expect(await classes.running()).toBe(0);
	});

	test('remove nothing in which somebody joined or answered since, and more than one statement can', async () => {
		const { answers, classes, pupils } = stores;
		await classes.removeEndedBefore(Infinity);
		const [joined, answered] = [await asked(), await asked()];
		await pupils.join(joined, pupilOf('a', { joinedAt: 5000 }), 9);
		await answers.give(answered, answerOf('a', { at: 5001 }), true);
		await Promise.all(Array.from({ length: 41 }, asked));
		expect(await classes.removeEndedBefore(5000)).toBe(41);
		expect(await classes.removeEndedBefore(5001)).toBe(1);
		expect(await pupils.list(joined)).toEqual([]);
		expect(await classes.load(answered)).toMatchObject({ id: answered });
		expect(await classes.removeEndedBefore(5002)).toBe(1);
	});

	test('remove nothing in which something is due still, however quiet it has been', async () => {
		const { classes } = stores;
		await classes.removeEndedBefore(Infinity);
		const [open, quiet] = [await asked(), await asked()];
		await classes.append(open, 1, { type: 'lock', at: 1 }, standingOf({ dueAt: 9000 }));
		await classes.append(quiet, 1, { type: 'lock', at: 1 }, standingOf({ dueAt: Infinity }));
		expect(await classes.removeEndedBefore(9000)).toBe(1);
		expect(await classes.load(open)).toMatchObject({ id: open });
		expect(await classes.removeEndedBefore(9001)).toBe(1);
	});

	test('give back any class, its log, its pupils and their answers as they were', async () => {
		const { answers, classes, pupils } = stores;
		await fc.assert(
			fc.asyncProperty(
				anyClass,
				fc.array(anyEvent, { minLength: 1, maxLength: 5 }),
				fc.array(anyPupil, { maxLength: 5 }),
				fc.array(anyAnswer, { maxLength: 5 }),
				async (given, events, joining, giving) => {
					// No id begins like another, whatever follows.
					const each = { ...given, id: `${ids++}:${given.id}`, code: `${ids}:${given.code}` };
					expect(await classes.create(each)).toBe('created');
					expect(await classes.load(each.id)).toEqual({ ...each, endedAt: null });
					const everyRound = standingOf({ open: { first: 1, last: Infinity } });
					for (const [known, event] of events.entries())
						expect(await classes.append(each.id, known, event, everyRound)).toBe(known + 1);
					expect(await classes.events(each.id, 0)).toEqual(
						events.map((event, index) => ({ sequence: index + 1, event }))
					);
					const all = joining.map((one, index) => ({
						...one,
						id: `${index}:${one.id}`,
						nameKey: `${index}:${one.nameKey}`
					}));
					for (const one of all) expect(await pupils.join(each.id, one, 9)).toBe('joined');
					expect(await pupils.list(each.id)).toEqual(all);
					for (const [index, answer] of giving.entries()) {
						const one = { ...answer, pupil: `${index}:${answer.pupil}` };
						expect(await answers.give(each.id, one, true)).toBe('kept');
						const response: unknown = JSON.parse(JSON.stringify(one.response));
						expect(await answers.of(each.id, one.pupil)).toEqual([{ ...one, response }]);
						expect(await answers.who(each.id, one.round)).toContain(one.pupil);
					}
				}
			),
			{ numRuns: 25 }
		);
	});
});

const persistent: [string, () => Promise<Database>][] = [
	['SQLite', () => openSqlite(newFolder(), () => undefined)]
];
if (postgresAddress !== null) {
	persistent.push(['PostgreSQL', async () => openPostgres(await newPostgresDatabase())]);
}

test.each(persistent)('every call on a %s that is not there says that it is unavailable', async (_, open) => {
	const database = await open();
	const { answers, classes, pupils } = storesIn(database);
	await database.close();
	const calls = [
		...[classes.create(classOf('a')), classes.load('a'), classes.byCode('a'), classes.events('a', 0)],
		...[classes.append('a', 0, ask, standingOf()), classes.due(1, 1), classes.running()],
		...[classes.remove('a'), classes.removeEndedBefore(1)],
		...[pupils.join('a', pupilOf('a'), 1), pupils.load('a', 'a'), pupils.list('a')],
		...[pupils.change('a', 'a', {}), answers.give('a', answerOf('a'), true), answers.list('a', [1])],
		...[answers.of('a', 'a'), answers.who('a', 1)]
	];
	for (const result of await Promise.allSettled<unknown>(calls))
		expect(result).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
});
