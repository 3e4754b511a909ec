import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';

import { sittingsInDatabase } from '../sittings/database.ts';
import { answer, closing, sitting } from '../sittings/staging.ts';
import type { Database } from './database.ts';
import { StoreUnavailable } from './faults.ts';
import type { Work } from './grouped-writes.ts';
import { lineTo } from './line-staging.ts';
import { openPostgres } from './postgres.ts';
import { addressOf, inPostgres, newPostgresDatabase, postgresAddress } from './staging.ts';
import { waitFor } from '../../../../tests/wait-for.ts';

async function open(address: string, patience = 0): Promise<Database> {
	const database = await openPostgres(address, patience);
	onTestFinished(() => database.close());
	return database;
}

test('an address that is none is told without being repeated', async () => {
	await expect(open('postgres://me:hidden%@db')).rejects.toMatchObject({
		name: 'CannotOpenStores',
		message: expect.not.stringContaining('hidden')
	});
});

test('one that is down at the start is told by name, without its password', async () => {
	const line = await lineTo('postgres://127.0.0.1:1');
	await line.cut();
	await expect(open(`postgres://me:hidden@127.0.0.1:${line.port}/points`)).rejects.toMatchObject({
		name: 'CannotOpenStores',
		message: `The PostgreSQL at 127.0.0.1:${line.port} (database “points”, user “me”) takes no connection.\nStart it, or correct its host and port in DATABASE_URL.`
	});
});

test('one whose host nobody knows is told', async () => {
	await expect(open('postgres://me:hidden@nowhere.invalid/points')).rejects.toThrow(
		/at nowhere\.invalid:5432 .*(is on no machine of that name|no name server answers)/
	);
});

describe.runIf(postgresAddress !== null)('a PostgreSQL', () => {
	test('that is down at the start is waited for', async () => {
		const address = await newPostgresDatabase();
		const line = await lineTo(address);
		await line.cut();
		const opening = open(addressOf(new URL(address).pathname.slice(1), { port: line.port }), 20_000);
		await line.mend();
		expect(await sittingsInDatabase(await opening).load('one')).toBeUndefined();
	});

	test.each([
		['a wrong password', { password: 'hidden' }, 'does not let the user in'],
		['an unknown user', { username: 'nobody-we-know' }, 'does not let the user in'],
		['no password', { password: '' }, 'asks for a password']
	])('that is given %s says so at once', async (_, changes, words) => {
		const opening = open(addressOf('postgres', changes), 60_000);
		await expect(opening).rejects.toMatchObject({
			name: 'CannotOpenStores',
			message: expect.stringContaining(words)
		});
		await expect(opening).rejects.not.toThrow('hidden');
	});

	test('that lacks the database says so at once', async () => {
		await expect(open(addressOf('not-there'), 60_000)).rejects.toThrow(
			/database “not-there”, user “postgres”\) has no such database\.\nMake it/
		);
	});

	test('that takes no encrypted connection says so at once', async () => {
		await expect(open(`${addressOf('postgres')}?sslmode=verify-full`, 60_000)).rejects.toThrow(
			/takes no encrypted connections\.\nHave it do so, or leave sslmode out/
		);
	});

	test('that lets the user make no tables says so at once', async () => {
		const address = await newPostgresDatabase();
		await inPostgres('revoke create on schema public from public', address);
		await inPostgres(
			`do $$ begin create role reader login password 'reader'; exception when duplicate_object then null; end $$`
		);
		const asReader = addressOf(new URL(address).pathname.slice(1), {
			username: 'reader',
			password: 'reader'
		});
		await expect(open(asReader, 60_000)).rejects.toThrow(/does not let the user make tables\.\n.*GRANT/);
	});

	test('that goes away is told as unavailable, and used again when it is back', async () => {
		const address = await newPostgresDatabase();
		const line = await lineTo(address);
		const sittings = sittingsInDatabase(
			await open(addressOf(new URL(address).pathname.slice(1), { port: line.port }))
		);
		await sittings.begin(sitting('one'));
		await sittings.keep('one', [answer('a', 'kept')]);
		await line.cut();
		const lost = await Promise.allSettled([
			sittings.keep('one', [answer('b', 'lost')]),
			sittings.keep('one', [answer('c', 'lost')]),
			sittings.close('one', closing),
			sittings.load('one')
		]);
		for (const result of lost) {
			expect(result).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
			expect(result).toMatchObject({
				reason: { message: expect.stringMatching(/takes no connection|has broken the connection/) }
			});
		}
		await line.mend();
		expect(await sittings.answers('one')).toEqual([answer('a', 'kept')]);
		expect(await sittings.keep('one', [answer('b', 'told again')])).toBe('kept');
	});

	test.each(['begin', 'for update', 'insert into', 'commit'])(
		'whose connection breaks at “%s” is asked once more, and nothing is half done',
		async (words) => {
			const address = await newPostgresDatabase();
			const line = await lineTo(address);
			const sittings = sittingsInDatabase(
				await open(addressOf(new URL(address).pathname.slice(1), { port: line.port }))
			);
			await sittings.begin(sitting('one'));
			line.cutAt(words);
			const kept = [
				sittings.keep('one', [answer('a', 1), answer('b', 1)]),
				sittings.keep('one', [answer('c', 1)])
			];
			expect(await Promise.all(kept)).toEqual(['kept', 'kept']);
			expect(await sittings.answers('one')).toEqual([answer('a', 1), answer('b', 1), answer('c', 1)]);
		}
	);

	test('that ends idle connections ends no process', async () => {
		const address = await newPostgresDatabase();
		const sittings = sittingsInDatabase(await open(address));
		await sittings.begin(sitting('one'));
		const name = new URL(address).pathname.slice(1);
		await inPostgres(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
		await waitFor(async () =>
			expect(await inPostgres(`select 1 from pg_stat_activity where datname = '${name}'`)).toEqual([])
		);
		expect(await sittings.keep('one', [answer('a', 1)])).toBe('kept');
		expect(await sittings.load('one')).toMatchObject({ id: 'one' });
	});

	test('that takes no changes any more is told as unavailable', async () => {
		const database = await open(await newPostgresDatabase());
		const sittings = sittingsInDatabase(database);
		await sittings.begin(sitting('one'));
		const readOnly = database.write(async (rows) => {
			await sql`set transaction read only`.execute(rows);
			await rows.deleteFrom('sittings').execute();
		});
		await expect(readOnly).rejects.toThrow('takes no changes: it is a copy of another one');
		expect(await sittings.load('one')).toBeDefined();
	});

	test('that two servers share loses nothing, and closes once', async () => {
		const address = await newPostgresDatabase();
		const servers = [sittingsInDatabase(await open(address)), sittingsInDatabase(await open(address))];
		const ids = ['one', 'two', 'three'];
		for (const id of ids) await servers[0]?.begin(sitting(id));
		const acknowledged = new Map(ids.map((id) => [id, new Set<string>()]));
		const closings = new Map(ids.map((id) => [id, new Set<string>()]));
		const work = servers.flatMap((server, which) =>
			Array.from({ length: 150 }, async (_, index) => {
				for (let turn = 0; turn < index % 7; turn++) await new Promise(setImmediate);
				// One server goes through the sittings in another order than the other.
				for (const id of which === 0 ? ids : ids.toReversed()) {
					const item = `item-${which}-${index}`;
					if ((await server.keep(id, [answer(item, true), answer('shared', index, index)])) === 'kept') {
						acknowledged.get(id)?.add(item);
					}
				}
				if (index % 50 !== 40) return;
				for (const id of ids) {
					const closed = await server.close(id, (answers) => closing(answers, { at: which * 1000 + index }));
					closings.get(id)?.add(JSON.stringify(closed));
				}
			})
		);
		await Promise.all(work);
		for (const id of ids) {
			expect(closings.get(id)?.size).toBe(1);
			const graded = Object.keys((await servers[1]?.load(id))?.closed?.grades ?? {});
			expect(new Set(graded.filter((item) => item !== 'shared'))).toEqual(acknowledged.get(id));
		}
	});

	test('in which two groups of writes wait for one another does both', { timeout: 60_000 }, async () => {
		const address = await newPostgresDatabase();
		const [one, other] = [await open(address), await open(address)];
		const sittings = sittingsInDatabase(one);
		await sittings.begin(sitting('a'));
		await sittings.begin(sitting('b'));
		const lock =
			(id: string): Work<{ id: string }[]> =>
			(rows) =>
				rows.selectFrom('sittings').select('id').where('id', '=', id).forUpdate().execute();
		const crossing = ({ write }: Database, ids: string[]) => Promise.all(ids.map((id) => write(lock(id))));
		for (let round = 0; round < 3; round++) {
			const done = await Promise.all([crossing(one, ['a', 'b']), crossing(other, ['b', 'a'])]);
			expect(done.flat(2).map(({ id }) => id)).toEqual(['a', 'b', 'b', 'a']);
		}
	});
});
