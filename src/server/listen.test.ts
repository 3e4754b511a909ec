import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';

import { expect, onTestFinished, test } from 'vitest';

import type { Configuration } from './configuration.ts';
import { listen, stop } from './listen.ts';

const configuration: Configuration = {
	bus: undefined,
	classPupils: 5000,
	data: '',
	databaseUrls: [],
	embedOrigins: [],
	frameAncestors: [],
	host: '127.0.0.1',
	keepDays: 30,
	logsJson: false,
	measures: false,
	origin: undefined,
	port: 0,
	questions: '',
	secret: undefined,
	trustProxy: false
};

function serverFor(listener?: RequestListener): Server {
	const server = createServer(listener);
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return server;
}

test('says the address to open', async () => {
	expect(await listen(serverFor(), configuration)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('a port that is taken is told with the way out', async () => {
	const address = await listen(serverFor(), configuration);
	const port = Number(new URL(address).port);
	await expect(listen(serverFor(), { ...configuration, port })).rejects.toThrow(
		`Port ${port} of 127.0.0.1 is taken, perhaps by another Five Points.\nStop that one, or choose another port`
	);
});

test('an address of another machine is told', async () => {
	await expect(listen(serverFor(), { ...configuration, host: '192.0.2.1' })).rejects.toThrow(
		'HOST=192.0.2.1 is not an address of this machine.'
	);
});

test('stopping lets a request under way finish, and takes no new one', async () => {
	const { promise: asked, resolve: ask } = Promise.withResolvers<ServerResponse>();
	const server = serverFor((_, response) => ask(response));
	const address = await listen(server, configuration);
	const answer = fetch(address);
	const response = await asked;

	const stopped = stop(server);
	await expect(fetch(address)).rejects.toThrow();
	response.end('in time');
	expect(await (await answer).text()).toBe('in time');
	await stopped;
});

test('stopping hangs up on a request that takes too long', async () => {
	const server = serverFor();
	const address = await listen(server, configuration);
	const requested = once(server, 'request');
	const answer = expect(fetch(address)).rejects.toThrow();
	await requested;
	await stop(server, { patience: 50 });
	await answer;
});
