import { resolve } from 'node:path';

import { classesAmong } from './classes/among-databases.ts';
import type { ClassStores } from './classes/classes.ts';
import { answersInDatabase } from './classes/database-answers.ts';
import { pupilsInDatabase } from './classes/database-pupils.ts';
import { classesInDatabase } from './classes/database.ts';
import { classesInMemory } from './classes/memory.ts';
import type { Database } from './database/database.ts';
import { NotWritable } from './database/sqlite-files.ts';
import { openSqlite } from './database/sqlite.ts';
import { sittingsInDatabase } from './sittings/database.ts';
import { sittingsInMemory } from './sittings/memory.ts';
import type { Sittings } from './sittings/sittings.ts';

/** Everything that the server keeps: a port for each kind of thing. */
export interface Stores extends ClassStores {
	sittings: Sittings;
}

/** Where it is kept. */
export interface StoresConfiguration {
	/** The folder of a database in a file; made if it is missing. */
	data: string;
	/**
	 * The addresses of PostgreSQLs, `postgres://…`, which then are used instead: exams are kept in the first, classes are
	 * shared by all.
	 */
	databaseUrls?: readonly string[];
	/** How long a PostgreSQL may take to come up, in milliseconds; by default ten seconds. */
	patience?: number;
}

/** Whether stores answer; `partly` where some of several databases do, and what is in the others has to wait. */
export type StoresState = 'ok' | 'partly' | 'unavailable';

export interface OpenStores {
	stores: Stores;
	/** What the operator should know, each a sentence or two. */
	words: string[];
	/** Whether the stores answer now: those of several databases that can be reached. It never rejects. */
	state: () => Promise<StoresState>;
	/** Finishes what is being written, then releases the stores. */
	close: () => Promise<void>;
}

/**
 * Opens the stores. If the folder cannot be written, they last as long as the process, and the words say so.
 *
 * @throws {CannotOpenStores}
 */
export async function openStores(configuration: StoresConfiguration): Promise<OpenStores> {
	const words: string[] = [];
	try {
		const databases = await openDatabases(configuration, (text) => words.push(text));
		return {
			stores: storesAmong(databases),
			words,
			state: () => stateOf(databases),
			close: () => closeAll(databases)
		};
	} catch (error) {
		if (!(error instanceof NotWritable)) throw error;
		words.push(
			`Exams and classes are kept by this process alone, and are lost when it ends: nothing can be written to ${configuration.data} (${error.message}).\nName a folder that can be written: DATA=folder npm start`
		);
		const stores = { sittings: sittingsInMemory(), ...classesInMemory() };
		return { stores, words, state: () => Promise.resolve('ok'), close: () => Promise.resolve() };
	}
}

/** All stores in one database. */
export function storesIn(database: Database): Stores {
	return {
		sittings: sittingsInDatabase(database),
		classes: classesInDatabase(database),
		pupils: pupilsInDatabase(database),
		answers: answersInDatabase(database)
	};
}

interface NamedDatabase extends Database {
	/** Where it is, alike in all processes: without who asks, and how. */
	name: string;
}

type Databases = readonly [NamedDatabase, ...NamedDatabase[]];

async function openDatabases(
	{ data, databaseUrls = [], patience }: StoresConfiguration,
	words: (text: string) => void
): Promise<Databases> {
	const [first, ...others] = databaseUrls;
	if (first === undefined) return [{ ...(await openSqlite(resolve(data), words)), name: 'file' }];
	// Without a PostgreSQL, none of its code is loaded.
	const { openPostgres } = await import('./database/postgres.ts');
	const open = async (address: string): Promise<NamedDatabase> => ({
		...(await openPostgres(address, patience)),
		name: databaseName(address)
	});
	const opening = [first, ...others].map(open);
	try {
		const [one, ...rest] = await Promise.all(opening);
		if (one === undefined) throw new Error('No database was opened.');
		return [one, ...rest];
	} catch (error) {
		const opened = await Promise.allSettled(opening);
		await closeAll(opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
		throw error;
	}
}

/** Where a PostgreSQL is: two addresses with the same name are one database. */
export function databaseName(address: string): string {
	const { hostname, port, pathname, searchParams } = new URL(address);
	// The folder of a socket is no host name, and stands behind the question mark.
	const host = searchParams.get('host') ?? hostname.toLowerCase();
	return `${host}:${searchParams.get('port') ?? (port || '5432')}${pathname}`;
}

function storesAmong(databases: Databases): Stores {
	const [first, ...others] = databases;
	const stores = storesIn(first);
	if (others.length === 0) return stores;
	const shared = (database: NamedDatabase) => ({ name: database.name, stores: storesIn(database) });
	return { ...stores, ...classesAmong([{ name: first.name, stores }, ...others.map(shared)]) };
}

async function stateOf(databases: Databases): Promise<StoresState> {
	// Any question does, such as for a sitting that nobody began.
	const asked = databases.map((database) => sittingsInDatabase(database).load(''));
	const answered = (await Promise.allSettled(asked)).filter(({ status }) => status === 'fulfilled').length;
	return answered === databases.length ? 'ok' : answered > 0 ? 'partly' : 'unavailable';
}

async function closeAll(databases: readonly Database[]): Promise<void> {
	await Promise.all(databases.map(({ close }) => close()));
}
