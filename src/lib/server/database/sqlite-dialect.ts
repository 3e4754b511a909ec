import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

import {
	CompiledQuery,
	SqliteAdapter,
	SqliteDriver,
	SqliteIntrospector,
	SqliteQueryCompiler,
	type DatabaseConnection,
	type Dialect,
	type Kysely,
	type SqliteDatabase
} from 'kysely';

/** How many prepared statements are kept for the next time. */
const MOST_STATEMENTS = 100;

/** Kysely over Node’s own SQLite. Kysely knows another package’s interface, which differs in details. */
export function nodeSqliteDialect(database: DatabaseSync): Dialect {
	return {
		createDriver: () => new NodeSqliteDriver(database),
		createQueryCompiler: () => new SqliteQueryCompiler(),
		createAdapter: () => new SqliteAdapter(),
		createIntrospector: (rows: Kysely<unknown>) => new SqliteIntrospector(rows)
	};
}

class NodeSqliteDriver extends SqliteDriver {
	readonly #database: DatabaseSync;

	constructor(database: DatabaseSync) {
		super({ database: adapted(database) });
		this.#database = database;
	}

	/** Takes the lock for writing at once: to ask for it in the middle may fail, after reading what then is old. */
	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}

	/** SQLite has rolled back already where the disk is full, and says so if it is asked again. */
	override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		if (this.#database.isTransaction) await super.rollbackTransaction(connection);
	}
}

function adapted(database: DatabaseSync): SqliteDatabase {
	const statements = new Map<string, StatementSync>();
	const prepare = (text: string): StatementSync => {
		const known = statements.get(text);
		if (known) return known;
		const statement = database.prepare(text);
		if (statements.size >= MOST_STATEMENTS) statements.clear();
		statements.set(text, statement);
		return statement;
	};
	return {
		close: () => database.close(),
		prepare(text) {
			const statement = prepare(text);
			return {
				reader: statement.columns().length > 0,
				all: (parameters) => statement.all(...values(parameters)),
				run: (parameters) => statement.run(...values(parameters)),
				iterate: (parameters) => statement.iterate(...values(parameters))
			};
		}
	};
}

/** @throws {TypeError} for what no column of ours holds */
function values(parameters: readonly unknown[]): SQLInputValue[] {
	return parameters.map((value) => {
		if (value === null || typeof value === 'string' || typeof value === 'number') return value;
		throw new TypeError(`SQLite is given a ${typeof value}, and columns hold texts and numbers.`);
	});
}
