import { DatabaseSync } from 'node:sqlite';

import { Kysely, sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';

import { groupedWrites, type GroupedWrites, type Work } from './grouped-writes.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

let said: string[];
let database: DatabaseSync;
let rows: Kysely<Tables>;
let writes: GroupedWrites;

beforeEach(() => {
	said = [];
	database = new DatabaseSync(':memory:');
	database.exec('create table numbers (number integer primary key)');
	rows = new Kysely<Tables>({
		dialect: nodeSqliteDialect(database),
		log: ({ query }) => void said.push(query.sql)
	});
	writes = groupedWrites(rows, (error) => error instanceof Lost);
});

class Lost extends Error {}

const insert =
	(number: number): Work<number> =>
	async (transaction) => {
		await sql`insert into numbers values (${sql.lit(number)})`.execute(transaction);
		return number;
	};

const kept = () =>
	database
		.prepare('select number from numbers order by number')
		.all()
		.map(({ number }) => number);
const transactions = () => said.filter((statement) => statement === 'commit').length;

test('what one turn of the event loop writes is one transaction', async () => {
	const one = [1, 2, 3].map((number) => writes.write(insert(number)));
	await Promise.resolve();
	one.push(writes.write(insert(4)));
	expect(await Promise.all(one)).toEqual([1, 2, 3, 4]);
	expect(transactions()).toBe(1);
	await writes.write(insert(5));
	expect(transactions()).toBe(2);
	expect(kept()).toEqual([1, 2, 3, 4, 5]);
});

test('nothing is acknowledged before it is committed', async () => {
	await Promise.all(
		[1, 2].map(async (number) => {
			await writes.write(insert(number));
			expect(said.at(-1)).toBe('commit');
			expect(database.isTransaction).toBe(false);
		})
	);
});

test('what comes while others are written goes in the next turn, not in an endless one', async () => {
	let turns = 0;
	const ticking = setInterval(() => turns++);
	for (let number = 0; turns < 3; number++) await writes.write(insert(number));
	clearInterval(ticking);
	expect(kept().length).toBeGreaterThan(0);
});

test('a write that fails takes no other down with it', async () => {
	await writes.write(insert(2));
	const results = await Promise.allSettled([1, 2, 3].map((number) => writes.write(insert(number))));
	expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(kept()).toEqual([1, 2, 3]);
	expect(database.isTransaction).toBe(false);
});

test('so does one that throws after it has written', async () => {
	const failing: Work<number> = async (transaction) => {
		await insert(7)(transaction);
		throw new Error('thought better of it');
	};
	const results = await Promise.allSettled([writes.write(insert(1)), writes.write(failing)]);
	expect(results).toMatchObject([{ value: 1 }, { reason: { message: 'thought better of it' } }]);
	expect(kept()).toEqual([1]);
});

test('a lost database is tried once more, and then nothing else is', async () => {
	let tries = 0;
	const losing: Work<number> = () => {
		tries++;
		throw new Lost('gone');
	};
	const results = await Promise.allSettled([
		writes.write(insert(1)),
		writes.write(losing),
		writes.write(insert(3))
	]);
	expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
	expect(tries).toBe(2);
	expect(kept()).toEqual([]);
	expect(await writes.write(insert(1))).toBe(1);
});

test('many that wait are written in several transactions, so that the first are told soon', async () => {
	await Promise.all(Array.from({ length: 1200 }, (_, number) => writes.write(insert(number))));
	expect(transactions()).toBe(3);
	expect(kept()).toHaveLength(1200);
});

test('it is settled once nothing waits any more', async () => {
	await writes.settled();
	const results = [writes.write(insert(1)), writes.write(insert(2))];
	await writes.settled();
	expect(kept()).toEqual([1, 2]);
	await Promise.all(results);
});
