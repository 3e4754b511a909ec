import { Client } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';

import { openPostgres } from '../database/postgres.ts';
import { inPostgres, newPostgresDatabase, postgresAddress } from '../database/staging.ts';
import { storesIn, type Stores } from '../open-stores.ts';
import { answerOf, classOf, standingOf } from './staging.ts';

interface Process {
	stores: Stores;
	close: () => Promise<void>;
}

/** Two processes that share a PostgreSQL: each writes in transactions of its own. */
async function twoProcesses(address: string): Promise<[Process, Process]> {
	const open = async (): Promise<Process> => {
		const database = await openPostgres(address);
		onTestFinished(database.close);
		return { stores: storesIn(database), close: database.close };
	};
	return [await open(), await open()];
}

const ask = { type: 'ask', at: 1, position: 0 } as const;

describe.runIf(postgresAddress !== null)('classes of two processes', () => {
	test('acknowledge no answer in one after the other has closed its round', async () => {
		const [{ stores: one }, { stores: other }] = await twoProcesses(await newPostgresDatabase());
		for (let time = 0; time < 20; time++) {
			const id = `class-${time}`;
			await one.classes.create(classOf(id));
			await one.classes.append(id, 0, ask, standingOf());
			const giving = Array.from({ length: 50 }, async (_, index) => {
				for (let turn = 0; turn < index % 10; turn++) await new Promise(setImmediate);
				return one.answers.give(id, answerOf(`p${index}`), true);
			});
			await new Promise(setImmediate);
			const close = { type: 'close', at: 2, round: 1 } as const;
			await other.classes.append(id, 1, close, standingOf({ open: null }));
			const atClose = await other.answers.who(id, 1);
			const results = await Promise.all(giving);
			expect(atClose).toHaveLength(results.filter((result) => result === 'kept').length);
		}
	});

	test('add each number to a log once, whichever comes first', async () => {
		const processes = await twoProcesses(await newPostgresDatabase());
		const both = processes.map(({ stores }) => stores.classes);
		const [{ stores }] = processes;
		await stores.classes.create(classOf('one'));
		for (let known = 0; known < 20; known++) {
			const results = await Promise.all(
				both.map((classes) => classes.append('one', known, ask, standingOf()))
			);
			expect(new Set(results)).toEqual(new Set([known + 1, 'behind']));
		}
		expect((await stores.classes.events('one', 0)).map(({ sequence }) => sequence)).toEqual(
			Array.from({ length: 20 }, (_, index) => index + 1)
		);
	});

	test('never wait for one another for ever, in whatever order each writes to many', async () => {
		const address = await newPostgresDatabase();
		const both = await twoProcesses(address);
		const [{ stores: one }] = both;
		const ids = Array.from({ length: 40 }, (_, index) => `class-${index}`);
		for (const id of ids) {
			await one.classes.create(classOf(id));
			await one.classes.append(id, 0, ask, standingOf());
		}
		for (let round = 1; round < 6; round++) {
			const writing = both.flatMap(({ stores: { classes, answers } }, which) =>
				(which === 0 ? ids : ids.toReversed()).flatMap((id) => [
					answers.give(id, answerOf(`p${which}`, { key: `${round}` }), true),
					classes.append(id, round, ask, standingOf())
				])
			);
			await Promise.all(writing);
		}
		// PostgreSQL counts for certain what its connections saw once they are closed.
		for (const { close } of both) await close();
		const { pathname } = new URL(address);
		expect(
			await inPostgres(`select deadlocks from pg_stat_database where datname = '${pathname.slice(1)}'`)
		).toEqual([{ deadlocks: '0' }]);
	});

	test('are removed without waiting for one in which another process is writing', async () => {
		const address = await newPostgresDatabase();
		const [{ stores }] = await twoProcesses(address);
		for (const id of ['a', 'b']) await stores.classes.create(classOf(id));
		const writer = new Client(address);
		await writer.connect();
		onTestFinished(() => writer.end());
		await writer.query("begin; select id from classes where id = 'a' for share");
		expect(await stores.classes.removeEndedBefore(Infinity)).toBe(1);
		await writer.query('commit');
		expect(await stores.classes.removeEndedBefore(Infinity)).toBe(1);
	});
});
