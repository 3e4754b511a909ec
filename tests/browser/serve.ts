import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

import { browser } from '../../src/setup/browser.js';
import { build } from '../../src/setup/build.js';
import { ownNode, root } from '../../src/setup/project.js';

import { CHROMIUM_ARGUMENTS } from './chromium-arguments.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The address of the built app with its own questions, without a final slash. */
		address: string;
		/** Path of the Chromium or Chrome to drive. */
		chromium: string;
		/** The address of the one browser of all tests, `ws://…`, in which each test has its own context. */
		browser: string;
	}
}

export interface RunningServer {
	/** Such as `http://127.0.0.1:40123`. */
	address: string;
	/** The number of its process. */
	id: number;
	/** Asks it to stop, or ends it at once, waits until it has ended and returns its exit status. */
	stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
	/** Makes an hour pass there, and waits until it has; only if it was started with {@link SHIFTED}. */
	passHour: () => Promise<void>;
	/** All that it has printed so far. */
	printed: () => string;
}

/**
 * Runs before the first browser test: builds what has changed, and starts the server and the browser for all of them.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const executablePath = await browser();
	await build();
	const server = await startServer();
	const running = await chromium.launchServer({
		executablePath,
		// The pages of a context share a process, which is then ready for the next page.
		args: [...CHROMIUM_ARGUMENTS, '--process-per-site'],
		host: '127.0.0.1'
	});
	project.provide('chromium', executablePath);
	project.provide('address', server.address);
	project.provide('browser', running.wsEndpoint());
	return async () => {
		await running.close();
		await server.stop();
	};
}

/** The environment of a server whose clock a test can shift. */
export const SHIFTED = {
	NODE_OPTIONS: `--import=${new URL('shifted-clock.js', import.meta.url).href}`
};

/**
 * Serves the build on a free port of this machine.
 *
 * @param environment variables that differ from a plain `npm start`, such as `{ QUESTIONS: folder }`
 * @param args what follows `npm start --`
 * @throws {Error} when it ends before it serves; the message is all that it printed
 */
export async function startServer(
	environment: NodeJS.ProcessEnv = {},
	args: readonly string[] = []
): Promise<RunningServer> {
	// Two servers never share the folder of what they keep.
	const ownData = await mkdtemp(join(tmpdir(), 'five-points-data-'));
	const plain = {
		DATA: ownData,
		NODE_ENV: 'production',
		HOST: '127.0.0.1',
		PORT: '0',
		QUESTIONS: '',
		TRUST_PROXY: ''
	};
	const child = spawn(ownNode, ['src/server.ts', ...args], {
		cwd: root,
		env: { ...process.env, ...plain, ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	const stop = async (signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
		child.kill(signal);
		const status = await ended;
		await rm(ownData, { recursive: true, force: true });
		return status;
	};
	let printed = '';
	const hoursPassed = (): number => printed.split('An hour has passed.').length - 1;
	const passHour = (): Promise<void> =>
		new Promise((resolve) => {
			const before = hoursPassed();
			child.stdout.on('data', function look() {
				if (hoursPassed() === before) return;
				child.stdout.off('data', look);
				resolve();
			});
			child.kill('SIGUSR2');
		});

	return new Promise((resolve, reject) => {
		const read = (chunk: Buffer): void => {
			printed += chunk.toString();
			const address = /Five Points is at (http\S+)/.exec(printed)?.[1];
			if (address) resolve({ address, id: child.pid ?? 0, stop, passHour, printed: () => printed });
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.once('error', reject);
		void ended.then(() => reject(new Error(printed.trim())));
	});
}
