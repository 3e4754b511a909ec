import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { inject, onTestFinished } from 'vitest';

import { newFolder } from '../database/staging.ts';
import { freePort } from '../free-port-staging.ts';

/** The `nats-server` of this run; null if there is none, which `tests/nats.ts` has reported. */
export const natsProgram = inject('nats');

export interface RunningNats {
	address: string;
	/** Ends it at once, as a crash would. */
	kill: () => Promise<void>;
	/** Starts it again at the same address. */
	restart: () => Promise<void>;
}

/**
 * Runs a NATS of the test’s own on a free port of this machine, until the test is over.
 *
 * @param login `user:password` that it asks for
 */
export async function newNats(login?: `${string}:${string}`): Promise<RunningNats> {
	const folder = newFolder();
	const port = await freePort();
	const [user = '', password = ''] = login?.split(':') ?? [];
	const args = [
		'--addr',
		'127.0.0.1',
		'--port',
		String(port),
		...(login ? ['--user', user, '--pass', password] : [])
	];
	let server = await start(args, folder);
	const kill = async (): Promise<void> => {
		if (server.exitCode !== null || server.signalCode !== null) return;
		const ended = once(server, 'close');
		server.kill('SIGKILL');
		await ended;
	};
	onTestFinished(kill);
	return {
		address: `nats://${login ? `${login}@` : ''}127.0.0.1:${port}`,
		kill,
		async restart() {
			server = await start(args, folder);
		}
	};
}

async function start(args: string[], folder: string): Promise<ChildProcess> {
	if (natsProgram === null) throw new Error('There is no NATS in this run.');
	const server = spawn(natsProgram, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
	let printed = '';
	await new Promise<void>((resolve, reject) => {
		server.stderr.on('data', (chunk: Buffer) => {
			printed += chunk.toString();
			if (printed.includes('Server is ready')) resolve();
		});
		server.once('error', reject);
		server.once('close', () => reject(new Error(`NATS did not start: ${printed}`)));
	});
	return server;
}
