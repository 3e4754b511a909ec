import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { openFigures } from '#lib/server/figures.ts';

import type { Handler } from './handler.ts';
import { RenderedOnce } from './rendered-once.ts';
import { respondWith, type Answering } from './respond.ts';
import { emptyServices } from './staging.ts';
import { StaticFiles } from './static-files.ts';
import { waitFor } from '../../tests/wait-for.ts';

const LONG = 'five points '.repeat(500);

/** Serves a folder of files, and whatever else by a handler. */
async function serve(handler: Handler, more: Partial<Answering> = {}, files: Record<string, Buffer> = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'files-'));
	mkdirSync(join(folder, '_app/immutable'), { recursive: true });
	for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
	const listener = respondWith({
		services: emptyServices,
		files: new StaticFiles(folder),
		pages: new RenderedOnce(handler, () => 1),
		trustProxy: false,
		origin: undefined,
		sites: { frameAncestors: [], embedOrigins: [] },
		isStopping: () => false,
		...more
	});
	return { address: await listening(listener), folder };
}

async function listening(listener: RequestListener): Promise<string> {
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
	const { address } = await serve(tellProtocol, { trustProxy });
	return (await fetch(address, { headers: header ? { 'X-Forwarded-Proto': header } : {} })).text();
}

test('only a trusted proxy says that the browser used https', async () => {
	expect(await protocolOf(false)).toBe('http');
	expect(await protocolOf(false, 'https')).toBe('http');
	expect(await protocolOf(true, 'https')).toBe('https');
	expect(await protocolOf(true, 'HTTPS')).toBe('https');
	expect(await protocolOf(true, ' Https , http')).toBe('https');
	expect(await protocolOf(true)).toBe('http');
	expect(await protocolOf(true, 'javascript:')).toBe('http');
});

test('each server says once why it refuses forms that come by another name', async () => {
	const warn = vi.spyOn(console, 'warn').mockReturnValue();
	onTestFinished(() => warn.mockRestore());
	const refuse: Handler = (_, response) => void response.writeHead(403).end();
	const ours = { origin: 'https://quiz.school.example' };
	const servers = [await serve(refuse, ours), await serve(refuse, ours)];
	for (const { address } of [...servers, ...servers])
		await fetch(address, { method: 'POST', headers: { origin: 'https://school.example' } });
	expect(warn).toHaveBeenCalledTimes(2);
});

test('a supervisor learns whether the server answers, and of which courses, without a page being made', async () => {
	const { address } = await serve(() => Promise.reject(new Error('No page was asked for.')));
	const told = await fetch(`${address}/health`);
	expect([told.status, told.headers.get('cache-control')]).toEqual([200, 'no-store']);
	const { fingerprint } = emptyServices().library;
	expect(await told.json()).toEqual({ status: 'ok', courses: 0, fingerprint });
	const head = await fetch(`${address}/health`, { method: 'HEAD' });
	expect([head.status, await head.text()]).toEqual([200, '']);
	const posted = await fetch(`${address}/health`, { method: 'POST' });
	expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
	expect(posted.headers.get('x-content-type-options')).toBe('nosniff');
});

test('the process tells at /healthz that it is up, whatever else is out of reach', async () => {
	const services = { ...emptyServices(), storesState: () => Promise.resolve('unavailable' as const) };
	const { address } = await serve(() => Promise.reject(new Error('No page was asked for.')), {
		services: () => services
	});
	const told = await fetch(`${address}/healthz`);
	expect([told.status, await told.json()]).toEqual([200, expect.objectContaining({ status: 'ok' })]);
});

test.each([
	[200, { status: 'ok', store: 'ok', bus: 'ok' }, { store: 'ok', bus: true }],
	[200, { status: 'ok', store: 'partly', bus: 'ok' }, { store: 'partly', bus: true }],
	[503, { status: 'unavailable', store: 'unavailable', bus: 'ok' }, { store: 'unavailable', bus: true }],
	[503, { status: 'unavailable', store: 'ok', bus: 'unavailable' }, { store: 'ok', bus: false }],
	[503, { status: 'unavailable', store: 'unavailable', bus: 'ok' }, { store: 'silent', bus: true }]
] as const)('a load balancer is told %i %j at /readyz', async (status, told, { store, bus }) => {
	const empty = emptyServices();
	const services = {
		...{ ...empty, bus: { ...empty.bus, isWell: () => bus } },
		storesState: () => (store === 'silent' ? new Promise<never>(() => undefined) : Promise.resolve(store))
	};
	const { address } = await serve(() => Promise.reject(new Error('No page was asked for.')), {
		services: () => services
	});
	const ready = await fetch(`${address}/readyz`);
	expect([ready.status, ready.headers.get('cache-control'), await ready.json()]).toEqual([
		status,
		'no-store',
		told
	]);
	const head = await fetch(`${address}/readyz`, { method: 'HEAD' });
	expect([head.status, await head.text()]).toEqual([status, '']);
	const posted = await fetch(`${address}/readyz`, { method: 'POST' });
	expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('a Prometheus reads at /metrics what was answered, where it is asked for', async () => {
	const figures = await openFigures({ streams: () => 0, classes: () => 0, isBusWell: () => true });
	const { address } = await serve((_, response) => void response.end(), {
		services: () => ({ ...emptyServices(), figures })
	});
	await fetch(`${address}/course`);
	const told = await waitFor(async () => {
		const answer = await fetch(`${address}/metrics`);
		const text = await answer.text();
		expect(text).toContain('five_points_requests_total{route="page",status="200"} 1');
		return answer;
	});
	expect([told.status, told.headers.get('cache-control')]).toEqual([200, 'no-store']);
	expect(told.headers.get('content-type')).toContain('text/plain; version=0.0.4');
	expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).toBe(405);

	const { address: other } = await serve((_, response) => void response.writeHead(404).end());
	expect((await fetch(`${other}/metrics`)).status).toBe(404);
});

test('what goes wrong is logged without the ids of classes', async () => {
	const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	onTestFinished(() => logged.mockRestore());
	const { address } = await serve(() => Promise.reject(new Error('broken')));
	expect((await fetch(`${address}/class/Zm9vYmFyYmF6cXV4/out`)).status).toBe(500);
	expect((await fetch(`${address}/fr/host/Zm9vYmFyYmF6cXV4`)).status).toBe(500);
	const words = logged.mock.calls.map(([method, path]) => [method, path].join(' '));
	expect(words).toEqual(['GET /class/…/out', 'GET /fr/host/…']);
});

test('whoever goes away in the middle of what they send leaves no line in the log', async () => {
	const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	onTestFinished(() => logged.mockRestore());
	const [begun, broken] = [Promise.withResolvers<Buffer>(), Promise.withResolvers<undefined>()];
	const { address } = await serve(async (request) => {
		try {
			for await (const part of request as AsyncIterable<Buffer>) begun.resolve(part);
		} finally {
			broken.resolve(undefined);
		}
	});
	const { hostname, port } = new URL(address);
	const socket = connect(Number(port), hostname);
	socket.write('POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\nfive points');
	await begun.promise;
	socket.destroy();
	await broken.promise;
	await new Promise(setImmediate);
	expect(logged).not.toHaveBeenCalled();
});

test('other sites may show a page in a frame where they are named, and never the worker', async () => {
	const frameAncestors = ['https://moodle.school.example', 'https://*.university.example'];
	const { address } = await serve((_, response) => void response.end(), {
		sites: { frameAncestors, embedOrigins: ['https://blog.example'] }
	});
	const policyAt = async (path: string, init?: RequestInit) =>
		(await fetch(address + path, init)).headers.get('content-security-policy');
	const named = "frame-ancestors 'self' https://moodle.school.example https://*.university.example";
	expect(await policyAt('/course')).toContain(named);
	expect(await policyAt('/course/quiz?sitting=x')).toContain(named);
	expect(await policyAt('/course/quiz', { method: 'POST' })).toContain(named);
	expect(await policyAt('/service-worker.js')).toMatch(/frame-ancestors 'self'$/);
	for (const path of ['/course', '/embed', '/course/embed/x', '/course/quiz'])
		expect(await policyAt(path)).not.toContain('blog');
	for (const path of ['/embed/course', '/fr/embed/course?n=3', '/pt-br/embed/course'])
		expect(await policyAt(path)).toContain(`${named} https://blog.example`);
	expect(await policyAt('/embed/course?/act', { method: 'POST' })).toContain(`${named} https://blog.example`);
	const { address: plain } = await serve((_, response) => void response.end());
	expect((await fetch(plain)).headers.get('content-security-policy')).toMatch(/frame-ancestors 'self'$/);
});

test.each([
	['/_app/immutable/entry/embed.1.js', true],
	['/embed/course?n=3', true],
	['/fr/embed/course', true],
	['/embed/embed.js', true],
	['/course/course', true],
	['/fr/course/quiz/items?ids=a', true],
	['/course/quiz?n=3', false],
	['/course/quiz/sitting', false],
	['/course', false],
	['/_app/version.json', false],
	['/live/classes', false]
])('whether pages of other sites may read %s: %s', async (path, isForAll) => {
	const { address } = await serve((_, response) => void response.end());
	const { headers } = await fetch(address + path);
	expect(headers.get('access-control-allow-origin')).toBe(isForAll ? '*' : null);
	expect(headers.get('cross-origin-resource-policy')).toBe(isForAll ? 'cross-origin' : 'same-origin');
	const { headers: posted } = await fetch(address + path, { method: 'POST' });
	expect(posted.get('access-control-allow-origin')).toBeNull();
	expect(posted.get('cache-control')).toBe('no-store');
});

test('a page is compressed, an event stream is not, and goes out bit by bit', async () => {
	const { promise: read, resolve: goOn } = Promise.withResolvers<undefined>();
	const { address } = await serve(async (request, response) => {
		response.setHeader('Content-Type', request.url === '/live' ? 'text/event-stream' : 'text/html');
		response.writeHead(200);
		response.write(LONG);
		if (request.url === '/live') await read;
		response.end('the end');
	});
	for (const encoding of ['gzip', 'br'] as const) {
		const page = await fetch(address, { headers: { 'Accept-Encoding': encoding } });
		expect(page.headers.get('content-encoding')).toBe(encoding);
		expect(await page.text()).toBe(`${LONG}the end`);
	}
	for (const refused of ['identity', 'gzip;q=0, br;q=0', 'deflate']) {
		const page = await fetch(address, { headers: { 'Accept-Encoding': refused } });
		expect(page.headers.get('content-encoding')).toBeNull();
	}
	const stream = await fetch(`${address}/live`, { headers: { 'Accept-Encoding': 'gzip' } });
	expect(stream.headers.get('content-encoding')).toBeNull();
	const reader = stream.body?.getReader();
	expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toMatch(/^five points/);
	goOn(undefined);
});

test('what the handler does not know is not found, and what it throws is logged and kept from the reader', async () => {
	const logged = vi.spyOn(console, 'error').mockReturnValue();
	const { address } = await serve((request, _, next) => {
		if (request.url === '/broken') throw new Error('secret');
		next();
	});
	expect((await fetch(address)).status).toBe(404);
	const broken = await fetch(`${address}/broken`);
	expect(broken.status).toBe(500);
	expect(await broken.text()).toBe('Something went wrong on the server.');
	expect(logged).toHaveBeenCalledOnce();
	logged.mockRestore();
});

test('a connection is not kept any more once the server is about to stop', async () => {
	let isStopping = false;
	const { address } = await serve(tellProtocol, { isStopping: () => isStopping });
	const before = await fetch(address);
	expect([before.headers.get('connection'), await before.text()]).toEqual(['keep-alive', 'http']);
	isStopping = true;
	const after = await fetch(address);
	expect([after.headers.get('connection'), await after.text()]).toEqual(['close', 'http']);
});

describe('a file', () => {
	const script = Buffer.from(LONG);
	const files = {
		'_app/immutable/a.js': script,
		'_app/immutable/a.js.br': brotliCompressSync(script),
		'service-worker.js': Buffer.from('work()'),
		'picture.webp': Buffer.from('0123456789')
	};
	const unreachable: Handler = (_, response) => void response.writeHead(418).end();
	const served = async () => (await serve(unreachable, {}, files)).address;

	test('that never changes is kept for a year, and comes as it was compressed', async () => {
		const { headers } = await fetch(`${await served()}/_app/immutable/a.js`, {
			headers: { 'Accept-Encoding': 'gzip, br' }
		});
		expect(headers.get('cache-control')).toBe('public,max-age=31536000,immutable');
		expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
		expect(headers.get('content-encoding')).toBe('br');
		expect(headers.get('content-length')).toBe(String(files['_app/immutable/a.js.br'].length));
		expect(headers.get('vary')).toBe('Accept-Encoding');
		expect(brotliDecompressSync(files['_app/immutable/a.js.br']).toString()).toBe(LONG);
	});

	test('that a device has already is not sent again, and the service worker is asked for anew each time', async () => {
		const address = `${await served()}/service-worker.js`;
		const first = await fetch(address);
		expect(first.headers.get('cache-control')).toBe('no-cache');
		const etag = first.headers.get('etag') ?? '';
		for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
			const again = await fetch(address, { headers: { 'If-None-Match': known } });
			expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
		}
		expect((await fetch(address, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
	});

	test.each([
		['bytes=2-4', 206, '234', 'bytes 2-4/10'],
		['bytes=7-', 206, '789', 'bytes 7-9/10'],
		['bytes=-2', 206, '89', 'bytes 8-9/10'],
		['bytes=0-99', 206, '0123456789', 'bytes 0-9/10'],
		['bytes=10-5', 416, 'There is no such part of this file.', 'bytes */10'],
		['bytes=10-', 416, 'There is no such part of this file.', 'bytes */10'],
		['bytes=-0', 416, 'There is no such part of this file.', 'bytes */10'],
		['bytes=0-1,4-5', 200, '0123456789', null],
		['lines=1-2', 200, '0123456789', null],
		['bytes=-', 200, '0123456789', null]
	])('asked for by %s is answered with %i', async (range, status, text, told) => {
		const response = await fetch(`${await served()}/picture.webp`, { headers: { Range: range } });
		expect([response.status, await response.text()]).toEqual([status, text]);
		expect(response.headers.get('content-range')).toBe(told);
	});

	test('that has changed meanwhile comes whole', async () => {
		const headers = { Range: 'bytes=2-4', 'If-Range': '"other"' };
		expect((await fetch(`${await served()}/picture.webp`, { headers })).status).toBe(200);
	});

	test('can be read and nothing else, by any spelling of its name', async () => {
		const address = await served();
		const head = await fetch(`${address}/picture.webp`, { method: 'HEAD' });
		expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', '']);
		const posted = await fetch(`${address}/picture.webp`, { method: 'POST' });
		expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
		for (const name of ['/picture.webp/', '/pi%63ture.webp', '/picture.webp?1'])
			expect((await fetch(address + name)).status).toBe(200);
		for (const name of ['/picture.webp//', '/../package.json', '/%2e%2e/package.json', '/_app', '/'])
			expect((await fetch(address + name)).status).toBe(418);
	});

	test('that cannot be read is a fault of that request alone, and is read once it can be', async () => {
		const logged = vi.spyOn(console, 'error').mockReturnValue();
		const { address, folder } = await serve(unreachable, {}, files);
		rmSync(join(folder, 'picture.webp'));
		expect((await fetch(`${address}/picture.webp`)).status).toBe(500);
		expect(logged).toHaveBeenCalledOnce();
		expect(logged.mock.calls.join()).toContain('rebuilt');
		expect((await fetch(`${address}/service-worker.js`)).status).toBe(200);
		writeFileSync(join(folder, 'picture.webp'), 'again');
		expect(await (await fetch(`${address}/picture.webp`)).text()).toBe('again');
		logged.mockRestore();
	});
});
