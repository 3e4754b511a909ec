import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ownNode, root } from '../../src/setup/project.js';
import type { RunningServer } from './serve.ts';

/**
 * Serves the sources as `npm run dev` does, on a free port of this machine.
 *
 * @param environment variables that differ from a plain `npm run dev`, such as `{ QUESTIONS: folder }`
 * @throws {Error} when it ends before it serves; the message is all that it printed
 */
export async function startDevelopment(
	environment: NodeJS.ProcessEnv
): Promise<Pick<RunningServer, 'address' | 'printed' | 'stop'>> {
	const ownData = await mkdtemp(join(tmpdir(), 'five-points-data-'));
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	const dev = spawn(ownNode, [vite, 'dev', '--host', '127.0.0.1', '--port', '0', '--strictPort'], {
		cwd: root,
		env: { ...process.env, NODE_ENV: 'development', NO_COLOR: '1', DATA: ownData, ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const ended = new Promise<number | null>((resolve) => dev.once('close', resolve));
	const stop = async (signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
		dev.kill(signal);
		const status = await ended;
		await rm(ownData, { recursive: true, force: true });
		return status;
	};

	let printed = '';
	return new Promise((resolve, reject) => {
		const read = (chunk: Buffer): void => {
			printed += chunk.toString();
			const address = /Local:\s+(http:\S+?)\/?\s/.exec(printed)?.[1];
			if (address) resolve({ address, stop, printed: () => printed });
		};
		dev.stdout.on('data', read);
		dev.stderr.on('data', read);
		dev.once('error', reject);
		void ended.then(() => reject(new Error(printed.trim())));
	});
}
