import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	chownSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { freePort } from '../src/lib/server/free-port-staging.ts';
import { postgres } from '../src/setup/postgres.js';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The address of a PostgreSQL, `postgres://…`, whose user may create databases; null if there is none. */
		postgres: string | null;
	}
}

/** Starts a PostgreSQL for all tests of the stores, or says that they run without one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const programs = await postgres();
	if (programs === undefined) return without(project, 'there is none, or none is to be used');
	try {
		const { address, stop } = await startPostgres(programs, ['fsync=off']);
		project.provide('postgres', address);
		return stop;
	} catch (error) {
		return without(project, error instanceof Error ? error.message : String(error));
	}
}

/** Says it before the tests and again after them, where people read it. */
function without(project: TestProject, reason: string): () => Promise<void> {
	project.provide('postgres', null);
	const say = (): void =>
		console.warn(
			`\nThe stores are tested on SQLite and in memory ALONE, not on PostgreSQL: ${reason}.\nSay where its programs are: FIVE_POINTS_POSTGRES=/usr/lib/postgresql/17/bin npm test\n`
		);
	say();
	return () => Promise.resolve(say());
}

interface RunningPostgres {
	address: string;
	stop: () => Promise<void>;
}

/**
 * Runs a new PostgreSQL on a free port of this machine, in a folder of its own that is removed when it stops.
 *
 * @param settings of it that are not the usual ones, such as `fsync=off`
 */
export async function startPostgres(
	programs: string,
	settings: readonly string[] = []
): Promise<RunningPostgres> {
	const folder = mkdtempSync(join(tmpdir(), 'five-points-postgres-'));
	try {
		const run = await newCluster(programs, folder);
		const port = await freePort();
		const server = await serve(run, port, settings);
		// If a run is interrupted, nobody else ends it.
		const abandon = (): void => void server.kill('SIGQUIT');
		process.once('exit', abandon);
		return {
			address: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
			async stop() {
				process.off('exit', abandon);
				const ended = once(server, 'close');
				server.kill('SIGINT');
				await ended;
				rmSync(folder, { recursive: true, force: true });
			}
		};
	} catch (error) {
		rmSync(folder, { recursive: true, force: true });
		throw error;
	}
}

const PASSWORD = 'a%20secret';

/** Starts one of PostgreSQL’s programs, as a user who may run it. */
type Run = (name: 'initdb' | 'postgres', args: string[]) => ChildProcess;

/** Makes the files of a new PostgreSQL in a folder. */
async function newCluster(programs: string, folder: string): Promise<Run> {
	const data = join(folder, 'data');
	const passwordFile = join(folder, 'password');
	mkdirSync(data);
	writeFileSync(passwordFile, decodeURIComponent(PASSWORD));
	const user = unprivileged();
	for (const path of user ? [folder, data, passwordFile] : [])
		chownSync(path, user?.uid ?? 0, user?.gid ?? 0);
	const bin = readable(programs, folder, user);
	const run: Run = (name, args) =>
		spawn(join(bin, name), ['-D', data, ...args], {
			...{ ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
			env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', SYSTEMROOT: process.env.SYSTEMROOT }
		});
	const initialising = run('initdb', [
		...['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
		...['--encoding=UTF8', '--no-locale', '--no-sync']
	]);
	const printed = printedBy(initialising);
	const status = await new Promise<number | null>((resolve, reject) => {
		initialising.once('error', reject).once('close', resolve);
	});
	if (status !== 0) throw new Error(`initdb failed: ${printed()}`);
	return run;
}

async function serve(run: Run, port: number, more: readonly string[]): Promise<ChildProcess> {
	const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60', ...more];
	const server = run('postgres', ['-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]);
	const printed = printedBy(server);
	await new Promise<void>((resolve, reject) => {
		server.stderr?.on('data', () => {
			if (printed().includes('ready to accept connections')) resolve();
		});
		server.once('error', reject);
		server.once('close', () => reject(new Error(`PostgreSQL did not start: ${printed()}`)));
	});
	return server;
}

function printedBy({ stderr }: ChildProcess): () => string {
	let printed = '';
	stderr?.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-2000)));
	return () => printed.trim();
}

interface User {
	uid: number;
	gid: number;
}

/**
 * PostgreSQL refuses to run as root. The user to run it as: its own, or the one that owns nothing; undefined if we are
 * not root.
 */
function unprivileged(): User | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const users = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'));
	for (const name of ['postgres', 'nobody']) {
		const user = users.find(([known]) => known === name);
		if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
	}
	throw new Error('it does not run as root, and there is no other user to run it as');
}

/** The programs, or a copy of them if that user has no access, for example below the home folder of root. */
function readable(programs: string, folder: string, user: User | undefined): string {
	if (!user || spawnSync(join(programs, 'postgres'), ['--version'], { ...user, cwd: '/' }).status === 0)
		return programs;
	const copy = join(folder, 'programs');
	cpSync(dirname(programs), copy, { recursive: true, verbatimSymlinks: true });
	chmodSync(copy, 0o755);
	return join(copy, 'bin');
}
