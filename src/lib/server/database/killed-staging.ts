import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { onTestFinished } from 'vitest';

import type { StoresConfiguration } from '../open-stores.ts';
import { newFolder, newPostgresDatabase, postgresAddress } from './staging.ts';

/** A server that writes a line for each thing that it has kept, until it is killed. */
export interface Server {
	/** Resolves once it has acknowledged that many. */
	acknowledges: (count: number) => Promise<void>;
	/** `kill -9`. @returns what it had acknowledged by then */
	kill: () => Promise<string[]>;
}

/**
 * Starts a server of its own process.
 *
 * @param script a file that keeps things where it is told, and calls none like another of another turn
 */
export function startServer(
	script: string,
	{ data, databaseUrls: [databaseUrl = ''] = [] }: StoresConfiguration,
	turn: number
): Server {
	const child: ChildProcess = spawn(process.execPath, [script, data, databaseUrl, String(turn)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	const closed = once(child, 'close');
	let said = '';
	child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const kept = () => said.split('\n').slice(0, -1);
	return {
		async acknowledges(count) {
			while (kept().length < count) {
				if (!child.stdout?.readable) throw new Error('The server has ended by itself.');
				await Promise.race([once(child.stdout, 'data'), closed]);
			}
		},
		async kill() {
			child.kill('SIGKILL');
			await closed;
			return kept();
		}
	};
}

/** Where a server may keep things, each empty. */
export const places: [string, () => Promise<StoresConfiguration>][] = [
	['SQLite', () => Promise.resolve({ data: newFolder() })]
];
if (postgresAddress !== null) {
	places.push(['PostgreSQL', async () => ({ data: '', databaseUrls: [await newPostgresDatabase()] })]);
}
