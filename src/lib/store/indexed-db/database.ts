import { openDB } from 'idb';

import { DATABASE } from '../name.ts';
import type { Database, Schema } from './schema.ts';
import { DATABASE_VERSION, upgrade } from './upgrade.ts';

/** How long a page waits for the database, in milliseconds. */
interface Patience {
	/** After the browser says that an open page of an older version is blocking it. */
	blocked: number;
	/** If it says nothing: it may be slow, or another page may be waiting for the same thing. */
	silent: number;
}

const PATIENCE: Patience = { blocked: 2_000, silent: 10_000 };

/** Gives the open database, and opens it again if it was closed in between. */
export type Connection = () => Promise<Database>;

/** An open page of an older version does not let the database go. */
export class Blocked extends Error {
	override readonly name = 'Blocked';
	constructor() {
		super('An older page of Five Points is open and holds what is kept. Close it, and load this one again.');
	}
}

/** A newer version of Five Points has changed the form of the database. */
export class Outdated extends Error {
	override readonly name = 'Outdated';
	constructor() {
		super(
			'A newer version of Five Points has changed the form of what is kept. Load this page again to get it.'
		);
	}
}

const connections = new Map<string, Promise<Database>>();

/**
 * Opens the device’s database, once for all that a page keeps in it, and brings an older one up to date.
 *
 * @throws when the browser refuses storage; {@link Blocked} when a page of an older version is in the way; {@link
 * Outdated} when this version is too old
 */
export async function connect(name = DATABASE): Promise<Connection> {
	const connection = (): Promise<Database> => {
		const opened = connections.get(name) ?? openDatabase(name, () => connections.delete(name));
		connections.set(name, opened);
		return opened;
	};
	await connection();
	return connection;
}

/**
 * Opens a database, and closes it when a newer version asks for it.
 *
 * @param ended called when this connection is no longer of use, or is never made
 */
export function openDatabase(
	name: string,
	ended: () => void,
	patience: Patience = PATIENCE
): Promise<Database> {
	return new Promise((resolve, reject) => {
		let gaveUp = false;
		const giveUp = () => {
			gaveUp = true;
			reject(new Blocked());
		};
		let waiting = setTimeout(giveUp, patience.silent);
		const opening = openDB<Schema>(name, DATABASE_VERSION, {
			upgrade,
			blocked() {
				clearTimeout(waiting);
				waiting = setTimeout(giveUp, patience.blocked);
			},
			blocking(_, __, event) {
				ended();
				if (event.target instanceof IDBDatabase) event.target.close();
			},
			terminated: ended
		});
		opening.then(
			(database) => {
				clearTimeout(waiting);
				resolve(database);
				if (!gaveUp) return;
				// Nobody waits for it any more, and it must not be in the way of others.
				database.close();
				ended();
			},
			(error: unknown) => {
				clearTimeout(waiting);
				reject(reasonOf(error));
				ended();
			}
		);
	});
}

function reasonOf(error: unknown): Error {
	if (!(error instanceof Error)) return new Error('The browser keeps nothing.', { cause: error });
	return error.name === 'VersionError' ? new Outdated() : error;
}
