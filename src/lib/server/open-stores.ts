import { resolve } from 'node:path';

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
	/** The address of a PostgreSQL, `postgres://…`, which then is used instead. */
	databaseUrl?: string | undefined;
	/** How long a PostgreSQL may take to come up, in milliseconds; by default ten seconds. */
	patience?: number;
}

export interface OpenStores {
	stores: Stores;
	/** What the operator should know, each a sentence or two. */
	words: string[];
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
		const database = await openDatabase(configuration, (text) => words.push(text));
		return { stores: storesIn(database), words, close: database.close };
	} catch (error) {
		if (!(error instanceof NotWritable)) throw error;
		words.push(
			`Exams and classes are kept by this process alone, and are lost when it ends: nothing can be written to ${configuration.data} (${error.message}).\nName a folder that can be written: DATA=folder npm start`
		);
		const stores = { sittings: sittingsInMemory(), ...classesInMemory() };
		return { stores, words, close: () => Promise.resolve() };
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

async function openDatabase(
	{ data, databaseUrl, patience }: StoresConfiguration,
	words: (text: string) => void
): Promise<Database> {
	if (databaseUrl) {
		// Without a PostgreSQL, none of its code is loaded.
		const { openPostgres } = await import('./database/postgres.ts');
		return openPostgres(databaseUrl, patience);
	}
	return openSqlite(resolve(data), words);
}
