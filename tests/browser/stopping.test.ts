import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';

import { expect, onTestFinished, test } from 'vitest';

import { ownNode, root } from '../../src/setup/project.js';
import { startServer } from './serve.ts';

test('clients that keep their connection lose no request when the server is asked to stop', async () => {
	const server = await startServer();
	const agents = Array.from({ length: 20 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
	onTestFinished(() => agents.forEach((agent) => agent.destroy()));
	let isStopping = false;
	const lost: string[] = [];
	const clients = agents.map(async (agent) => {
		for (;;) {
			const wasStopping = isStopping;
			const answer = await ask(`${server.address}/paris-call`, agent);
			// A client that connects after the server has closed is refused, but no request that was on its way.
			if (typeof answer === 'string') {
				if (!wasStopping || answer !== 'ECONNREFUSED') lost.push(answer);
				return;
			}
			if (answer.isLast) return;
		}
	});
	// All of them are in the middle of a request.
	await Promise.all(agents.map((agent) => ask(`${server.address}/paris-call`, agent)));
	isStopping = true;
	const stopped = server.stop();
	await Promise.all(clients);
	expect(lost).toEqual([]);
	expect(await stopped).toBe(0);
});

test.skipIf(process.platform === 'win32')('the server ends with npm, even if that is killed', async () => {
	const npm = spawn('npm', ['start'], {
		cwd: root,
		env: { ...process.env, HOST: '127.0.0.1', PORT: '0' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const address = await addressIn(npm.stdout);
	expect((await fetch(address)).status).toBe(200);
	npm.kill('SIGKILL');
	await expect
		.poll(() =>
			fetch(address).then(
				() => 'serves',
				() => 'is gone'
			)
		)
		.toBe('is gone');
});

test.skipIf(process.platform === 'win32')(
	'the server ends with the script that started it, even if that is killed',
	async () => {
		const script = spawn(ownNode, ['src/setup/start.js'], {
			cwd: root,
			env: { ...process.env, HOST: '127.0.0.1', PORT: '0' },
			stdio: ['ignore', 'pipe', 'inherit']
		});
		const address = await addressIn(script.stdout);
		script.kill('SIGKILL');
		await expect
			.poll(() =>
				fetch(address).then(
					() => 'serves',
					() => 'is gone'
				)
			)
			.toBe('is gone');
	}
);

/** The error code, or whether the answer was the last on its connection. */
function ask(address: string, agent: Agent): Promise<string | { isLast: boolean }> {
	return new Promise((resolve) => {
		const asked = request(address, { agent }, (response) => {
			response.resume();
			response.on('end', () => resolve({ isLast: response.headers.connection === 'close' }));
			response.on('error', (error) => resolve(`broken off: ${error.message}`));
		});
		asked.on('error', (error: Error & { code?: string }) => resolve(error.code ?? error.message)).end();
	});
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
	let printed = '';
	for (;;) {
		const [chunk] = (await once(output, 'data')) as [Buffer];
		printed += chunk.toString();
		const address = /Five Points is at (http\S+)/.exec(printed)?.[1];
		if (address) return address;
	}
}
