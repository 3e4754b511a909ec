import { setTimeout as wait } from 'node:timers/promises';

import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, type PoolConfig } from 'pg';

import { databaseOver, type Database } from './database.ts';
import { CannotOpenStores } from './faults.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { troubleOf } from './postgres-troubles.ts';
import type { Tables } from './tables.ts';

/** Between two tries at the start, in milliseconds. */
const PAUSE = 300;

/** How long to wait for a connection, and then for an answer, in milliseconds. Our clients wait as long. */
const TIMES = { connectionTimeoutMillis: 5000, query_timeout: 10_000 };

/**
 * Opens a PostgreSQL, and brings its tables to the newest version. Later failures heal by themselves: a lost
 * connection is replaced by a new one when possible.
 *
 * @param address `postgres://user:password@host:port/database`
 * @param patience how long it may take to come up, in milliseconds
 * @throws {CannotOpenStores} when it cannot be reached in that time, or not at all
 */
export async function openPostgres(address: string, patience = 10_000): Promise<Database> {
	const name = nameOf(address);
	await migrateWhenUp(address, name, performance.now() + patience);
	return databaseOver({
		engine: 'postgres',
		rows: connect({ connectionString: address, ...TIMES }),
		explain(error) {
			const trouble = troubleOf(error);
			return trouble && `${name} ${trouble.what}. ${trouble.fix}`;
		},
		isLost: (error) => troubleOf(error)?.concernsAll ?? false
	});
}

/** @param deadline by the clock of `performance` */
async function migrateWhenUp(address: string, name: string, deadline: number): Promise<void> {
	for (;;) {
		try {
			return await migrateOnce(address);
		} catch (error) {
			const trouble = troubleOf(error instanceof CannotOpenStores ? error.cause : error);
			if (!trouble) throw error;
			if (!trouble.passes || performance.now() > deadline) {
				throw new CannotOpenStores(`${name} ${trouble.what}.\n${trouble.fix}`, { cause: error });
			}
		}
		await wait(PAUSE);
	}
}

/** Connecting has the usual limit; a migration may take longer. */
async function migrateOnce(address: string): Promise<void> {
	const { connectionTimeoutMillis } = TIMES;
	const rows = connect({ connectionString: address, max: 1, connectionTimeoutMillis });
	try {
		await migrate(rows, 'postgres', migrations);
	} finally {
		await rows.destroy();
	}
}

function connect(configuration: PoolConfig): Kysely<Tables> {
	const pool = new Pool({ application_name: 'five-points', keepAlive: true, ...configuration });
	// If a connection breaks, its query reports that. Without a listener, the same event would end the
	// process.
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
	return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Says which PostgreSQL it is, without its password. */
function nameOf(address: string): string {
	try {
		const { host, port, database, user } = new Client({ connectionString: address });
		return `The PostgreSQL at ${host}:${port} (database “${database ?? ''}”, user “${user ?? ''}”)`;
	} catch (error) {
		throw new CannotOpenStores(
			'DATABASE_URL is not the address of a PostgreSQL.\nWrite postgres://user:password@host:5432/database, with special characters percent-encoded: %40 for @.',
			{ cause: error }
		);
	}
}
