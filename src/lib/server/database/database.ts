import type { Kysely } from 'kysely';

import { StoreUnavailable } from './faults.ts';
import { groupedWrites, type Work } from './grouped-writes.ts';
import type { Tables } from './tables.ts';

/** They take the same queries, except for row locks: SQLite has a single writer and needs none. */
export type Engine = 'sqlite' | 'postgres';

/** An open database, as stores see it. Every method may reject with {@link StoreUnavailable}. */
export interface Database {
	readonly engine: Engine;
	read: <T>(work: (rows: Kysely<Tables>) => Promise<T>) => Promise<T>;
	/**
	 * Resolves once it is committed. The work may run several times, and must change nothing but rows.
	 *
	 * @param order names the rows that it locks, so that everybody locks them in the same order; by default none
	 */
	write: <T>(work: Work<T>, order?: string) => Promise<T>;
	/** Finishes what is being written, then closes. */
	close: () => Promise<void>;
}

/** What differs between engines. */
export interface Opened {
	engine: Engine;
	rows: Kysely<Tables>;
	/**
	 * What an error means for people if the database is unreachable or cannot go on; undefined for any other.
	 */
	explain: (error: unknown) => string | undefined;
	/** Whether another write is bound to fail for the same reason. */
	isLost: (error: unknown) => boolean;
	/**
	 * Makes sure that what was committed is where the next start will look for it.
	 *
	 * @throws {StoreUnavailable}
	 */
	confirm?: () => void;
	/** Runs after the last connection is closed. */
	afterwards?: () => void;
}

export function databaseOver({ engine, rows, explain, isLost, confirm, afterwards }: Opened): Database {
	const { write, settled } = groupedWrites(rows, isLost, confirm);
	let isClosed = false;

	const explained = async <T>(work: () => Promise<T>): Promise<T> => {
		if (isClosed) throw new StoreUnavailable('The database is closed: the server is stopping.');
		try {
			return await work();
		} catch (error) {
			const reason = explain(error);
			throw reason === undefined ? error : new StoreUnavailable(reason, { cause: error });
		}
	};

	/** A connection that broke while idle is noticed only now; a new one may be available at once. */
	const readAgain = async <T>(work: (rows: Kysely<Tables>) => Promise<T>): Promise<T> => {
		try {
			return await work(rows);
		} catch (error) {
			if (!isLost(error)) throw error;
			return work(rows);
		}
	};

	return {
		engine,
		read: (work) => explained(() => readAgain(work)),
		write: (work, order) => explained(() => write(work, order)),
		async close() {
			if (isClosed) return;
			isClosed = true;
			await settled();
			await rows.destroy();
			afterwards?.();
		}
	};
}
