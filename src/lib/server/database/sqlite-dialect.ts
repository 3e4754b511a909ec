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

/** How many prepared statements are kept for reuse. */
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

	/** Takes the write lock at once: taking it later may fail, if what was read is outdated by then. */
	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}

	/** If the disk is full, SQLite has already rolled back, and a second rollback fails. */
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

/** @throws {TypeError} for values that none of our columns holds */
function values(parameters: readonly unknown[]): SQLInputValue[] {
	return parameters.map((value) => {
		if (value === null || typeof value === 'string' || typeof value === 'number') return value;
		throw new TypeError(`SQLite is given a ${typeof value}, and columns hold texts and numbers.`);
	});
}
