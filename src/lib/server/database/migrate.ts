import { sql, type Kysely, type Transaction } from 'kysely';

import type { Engine } from './database.ts';
import { CannotOpenStores } from './faults.ts';
import type { Migration } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** Holds the version of the tables, in one row. */
type Versioned = {
	five_points_version: { version: number };
};

/** A number that no other program is likely to use for a lock in the same PostgreSQL. */
const LOCK = 5_018_112_018;

/**
 * Brings the tables to the newest version in one transaction, under a lock.
 *
 * @param migrations all of them: the first one makes version 1
 * @throws {CannotOpenStores} when the tables are newer than the program, or when a migration fails, which
 * changes nothing
 */
export async function migrate(
	rows: Kysely<Tables>,
	engine: Engine,
	migrations: readonly Migration[]
): Promise<void> {
	await rows.transaction().execute(async (transaction) => {
		// SQLite’s transactions exclude one another anyway.
		if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
		const version = await readVersion(transaction);
		if (version > migrations.length) throw new CannotOpenStores(newer(version, migrations.length));
		for (const [index, migration] of migrations.entries()) {
			if (index >= version) await apply(migration, index + 1, transaction);
		}
		if (version === migrations.length) return;
		await transaction
			.$extendTables<Versioned>()
			.updateTable('five_points_version')
			.set({ version: migrations.length })
			.execute();
	});
}

/** @returns 0 for a database without tables of ours */
async function readVersion(transaction: Transaction<Tables>): Promise<number> {
	const versioned = transaction.$extendTables<Versioned>();
	await versioned.schema
		.createTable('five_points_version')
		.ifNotExists()
		.addColumn('version', 'integer', (column) => column.notNull())
		.execute();
	const row = await versioned.selectFrom('five_points_version').select('version').executeTakeFirst();
	if (!row) await versioned.insertInto('five_points_version').values({ version: 0 }).execute();
	return row?.version ?? 0;
}

async function apply(migration: Migration, version: number, transaction: Transaction<Tables>): Promise<void> {
	try {
		await migration.up(transaction);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new CannotOpenStores(
			`The database cannot be brought to version ${version} (${migration.name}): ${reason}\nNothing was changed. Fix what it says, or go back to the version of Five Points that made it.`,
			{ cause: error }
		);
	}
}

function newer(version: number, known: number): string {
	return `The database has version ${version}, and this Five Points knows no version above ${known}: a newer one has used it.\nStart that one, or name another database.`;
}
