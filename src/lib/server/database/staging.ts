import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';
import { inject, onTestFinished } from 'vitest';

/** A folder that is deleted after the test. */
export function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'five-points-stores-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/**
 * The PostgreSQL of this run, started by `tests/postgres.ts`; null if there is none, which it has reported.
 */
export const postgresAddress = inject('postgres');

let databases = 0;

/**
 * Makes an empty database in the PostgreSQL of this run.
 *
 * @returns its address
 */
export async function newPostgresDatabase(): Promise<string> {
	const name = `test_${process.pid}_${databases++}`;
	await inPostgres(`create database ${name}`);
	return addressOf(name);
}

/** The address of the PostgreSQL of this run with some of its parts changed. */
export function addressOf(
	database: string,
	changes: Partial<Pick<URL, 'username' | 'password' | 'port'>> = {}
): string {
	if (postgresAddress === null) throw new Error('There is no PostgreSQL in this run.');
	return Object.assign(new URL(postgresAddress), changes, { pathname: `/${database}` }).href;
}

/** Runs a statement as the superuser. */
export async function inPostgres(statement: string, address = addressOf('postgres')): Promise<unknown[]> {
	const client = new Client(address);
	await client.connect();
	try {
		const { rows }: { rows: unknown[] } = await client.query(statement);
		return rows;
	} finally {
		await client.end();
	}
}
