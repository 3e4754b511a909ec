import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, onTestFinished, test, vi } from 'vitest';

import type { Handler } from './handler.ts';
import { respondWith } from './respond.ts';

async function serve(listener: RequestListener): Promise<string> {
	const server = createServer(listener).listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const tellProtocol: Handler = (request, response) => {
	response.end(request.headers['x-forwarded-proto']);
};

async function protocolOf(trustProxy: boolean, header?: string): Promise<string> {
	const address = await serve(respondWith(tellProtocol, trustProxy));
	return (await fetch(address, { headers: header ? { 'X-Forwarded-Proto': header } : {} })).text();
}

test('only a trusted proxy says that the browser used https', async () => {
	expect(await protocolOf(false)).toBe('http');
	expect(await protocolOf(false, 'https')).toBe('http');
	expect(await protocolOf(true, 'https')).toBe('https');
	expect(await protocolOf(true, 'https, http')).toBe('https');
	expect(await protocolOf(true)).toBe('http');
	expect(await protocolOf(true, 'javascript:')).toBe('http');
});

test('every response says that its type is its type, and that other sites learn nothing of where one was', async () => {
	const { headers } = await fetch(await serve(respondWith(tellProtocol, false)));
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('referrer-policy')).toBe('same-origin');
});

test('the service worker is asked for anew each time, and nothing else is told so', async () => {
	const address = await serve(respondWith(tellProtocol, false));
	const cacheControl = async (path: string) => (await fetch(address + path)).headers.get('cache-control');
	expect(await cacheControl('/service-worker.js')).toBe('no-cache');
	expect(await cacheControl('/a/service-worker.js?b')).toBe('no-cache');
	expect(await cacheControl('/my-service-worker.js')).toBeNull();
	expect(await cacheControl('/')).toBeNull();
});

test('a page is compressed, an event stream is not', async () => {
	const long = 'five points '.repeat(500);
	const address = await serve(
		respondWith((request, response) => {
			response.setHeader('Content-Type', request.url === '/live' ? 'text/event-stream' : 'text/html');
			response.end(long);
		}, false)
	);
	const headers = { 'Accept-Encoding': 'gzip' };
	const page = await fetch(address, { headers });
	expect(page.headers.get('content-encoding')).toBe('gzip');
	expect(await page.text()).toBe(long);
	expect((await fetch(`${address}/live`, { headers })).headers.get('content-encoding')).toBeNull();
});

test('what the handler does not know is not found, and what it throws is logged and kept from the reader', async () => {
	const logged = vi.spyOn(console, 'error').mockReturnValue();
	const address = await serve(
		respondWith((request, _, next) => {
			if (request.url === '/broken') throw new Error('secret');
			next();
		}, false)
	);
	expect((await fetch(address)).status).toBe(404);
	const broken = await fetch(`${address}/broken`);
	expect(broken.status).toBe(500);
	expect(await broken.text()).not.toContain('secret');
	expect(logged).toHaveBeenCalledOnce();
	logged.mockRestore();
});
