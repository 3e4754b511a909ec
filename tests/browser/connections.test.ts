import { readdirSync, readlinkSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { root } from '../../src/setup/project.js';
import { startServer } from './serve.ts';

const IMMUTABLE = '_app/immutable/chunks';

test.skipIf(process.platform !== 'linux')(
	'two thousand readers who go away leave no file open, and the server serves on',
	async () => {
		const server = await startServer();
		onTestFinished(async () => {
			await server.stop();
		});
		const files = await readdir(join(root, 'build/client', IMMUTABLE));
		const scripts = files.filter((name) => name.endsWith('.js')).map((name) => `/${IMMUTABLE}/${name}`);
		const { hostname, port } = new URL(server.address);
		for (let batch = 0; batch < 20; batch++)
			await Promise.all(
				Array.from({ length: 10 }, () => askAndReset(hostname, Number(port), scripts.slice(0, 10)))
			);
		await expect.poll(() => openFiles(server.id)).toEqual([]);
		for (const path of [...scripts.slice(0, 3), '/paris-call'])
			expect((await fetch(server.address + path)).status).toBe(200);
		expect(server.printed()).toMatch(/^Five Points is at \S+\s*$/);
	}
);

/** Asks for several files at once, one after another on the same connection, and hangs up before they come. */
function askAndReset(host: string, port: number, paths: string[]): Promise<void> {
	return new Promise((resolve) => {
		const socket = connect(port, host, () => {
			const requests = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
			socket.write(requests.join(''));
			socket.once('data', () => socket.resetAndDestroy());
		});
		socket.on('error', () => undefined).on('close', () => resolve());
	});
}

/** The files of the build that a process has open. */
function openFiles(id: number): string[] {
	return readdirSync(`/proc/${id}/fd`).flatMap((descriptor) => {
		try {
			const path = readlinkSync(`/proc/${id}/fd/${descriptor}`);
			return path.includes('/build/') ? [path] : [];
		} catch {
			return [];
		}
	});
}
