import { once } from 'node:events';
import type { Server } from 'node:http';
import { isIPv6, Server as NetServer, type AddressInfo } from 'node:net';

import type { Configuration } from './configuration.ts';
import { CannotStart } from './handler.ts';

/**
 * Listens, and returns where.
 *
 * @returns the address to open in a browser, without a final slash
 * @throws {CannotStart} when the port or the host cannot be used
 */
export async function listen(server: Server, { host, port }: Configuration): Promise<string> {
	server.listen(port, host);
	try {
		await once(server, 'listening');
	} catch (error) {
		throw new CannotStart(reason(error, host, port), { cause: error });
	}
	const { port: actual } = server.address() as AddressInfo;
	return `http://${isIPv6(host) ? `[${host}]` : host}:${actual}`;
}

function reason(error: unknown, host: string, port: number): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	switch (code) {
		case 'EADDRINUSE':
			return `Port ${port} of ${host} is taken, perhaps by another Five Points.\nStop that one, or choose another port: PORT=${port < 65_535 ? port + 1 : port - 1} npm start`;
		case 'EACCES':
			return `Port ${port} is reserved for the system's own services.\nChoose one above 1023: PORT=4173 npm start`;
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return `HOST=${host} is not an address of this machine.\nLeave it out, or write HOST=0.0.0.0 for all its addresses.`;
		default:
			return `The server cannot listen on ${host}, port ${port}: ${String(error)}`;
	}
}

/**
 * Stops gracefully: accepts no new connections, lets the requests under way finish, and cuts off those that
 * take longer than `patience` milliseconds. On a kept-alive connection a request may already be on its way:
 * it is answered, as the last one, and connections silent for `linger` milliseconds are closed.
 */
export async function stop(server: Server, { patience = 5000, linger = 500 } = {}): Promise<void> {
	const closed = once(server, 'close');
	// The HTTP server's own method closes idle connections at once.
	NetServer.prototype.close.call(server);
	const since = performance.now();
	const sweeper = setInterval(() => {
		if (performance.now() - since >= linger) server.closeIdleConnections();
	}, 50);
	const timer = setTimeout(() => server.closeAllConnections(), patience);
	await closed;
	clearInterval(sweeper);
	clearTimeout(timer);
}
