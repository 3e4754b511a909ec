import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';

import type { Handler } from './handler.ts';
import { RenderedOnce } from './rendered-once.ts';
import { respondWith } from './respond.ts';
import { emptyServices } from './staging.ts';
import { StaticFiles } from './static-files.ts';

const SAME = { 'x-same-for-all': '' };

let rendered: number;
let edition: number;
let say: Handler;

beforeEach(() => {
	[rendered, edition] = [0, 1];
	say = (_, response) => void response.writeHead(200, SAME).end(`page ${rendered}`);
});
afterEach(() => vi.useRealTimers());

async function serve(limit?: number, editionOf = (_: IncomingMessage) => edition): Promise<string> {
	const handler: Handler = (request, response, next) => {
		rendered++;
		return say(request, response, next);
	};
	const listener = respondWith({
		services: emptyServices,
		files: new StaticFiles(mkdtempSync(join(tmpdir(), 'files-'))),
		pages: new RenderedOnce(handler, editionOf, limit),
		trustProxy: true,
		origin: undefined,
		sites: { frameAncestors: [], embedOrigins: [] },
		isStopping: () => false
	});
	const server = createServer(listener).listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function read(address: string, init?: RequestInit): Promise<string> {
	return (await fetch(address, { redirect: 'manual', ...init })).text();
}

test('what is the same for all is rendered once, and who has it already is told so', async () => {
	const address = await serve();
	expect([await read(address), await read(address)]).toEqual(['page 1', 'page 1']);
	const { headers } = await fetch(address);
	expect(headers.get('x-same-for-all')).toBeNull();
	expect(headers.get('cache-control')).toBe('no-cache');
	const known = { 'If-None-Match': headers.get('etag') ?? '' };
	expect((await fetch(address, { headers: known })).status).toBe(304);
	const head = await fetch(address, { method: 'HEAD' });
	expect([head.headers.get('content-length'), await head.text()]).toEqual(['6', '']);
	expect(rendered).toBe(1);
});

test('the first reader with news of an old page, or who wants no body, leaves a whole one to the others', async () => {
	const address = await serve();
	expect(await read(address, { method: 'HEAD', headers: { 'If-None-Match': '"old"' } })).toBe('');
	expect([await read(address), rendered]).toEqual(['page 1', 1]);
});

test('many who ask at once wait for one', async () => {
	const { promise: asked, resolve: ask } = Promise.withResolvers<undefined>();
	const { promise: ready, resolve: go } = Promise.withResolvers<undefined>();
	const address = await serve();
	say = async (_, response) => {
		ask(undefined);
		await ready;
		response.writeHead(200, SAME).end('slow');
	};
	const first = read(address);
	await asked;
	const others = Array.from({ length: 20 }, () => read(address));
	go(undefined);
	expect(new Set(await Promise.all([first, ...others]))).toEqual(new Set(['slow']));
	expect(rendered).toBe(1);
});

test('each address, way to read and site has its own, whatever else is asked with', async () => {
	const address = await serve();
	const asks: [string, HeadersInit][] = [
		['', {}],
		['/fr', {}],
		['', { Cookie: 'reading=large.wide' }],
		['', { 'X-Forwarded-Proto': 'https' }]
	];
	const readAll = () => Promise.all(asks.map(([path, headers]) => read(address + path, { headers })));
	const first = await readAll();
	expect(new Set(first).size).toBe(4);
	expect(await readAll()).toEqual(first);
	expect(await read(address, { headers: { 'Accept-Language': 'en-GB', Cookie: 'a=b' } })).toBe(first[0]);
	expect(rendered).toBe(4);
});

test('who may be better served in another language is not given what others are', async () => {
	const french = { headers: { 'Accept-Language': 'fr' } };
	const address = await serve();
	await read(address);
	say = (_, response) => void response.writeHead(307, { location: '/fr' }).end();
	expect((await fetch(address, { redirect: 'manual', ...french })).headers.get('location')).toBe('/fr');
	expect(await read(address)).toBe('page 1');
	say = (_, response) => void response.writeHead(200, SAME).end('in French');
	expect([await read(`${address}/fr`, french), await read(`${address}/fr`)]).toEqual([
		'in French',
		'in French'
	]);
	expect(rendered).toBe(3);
});

test.each<[string, Handler]>([
	['is not declared to be', (_, response) => void response.writeHead(200).end(`page ${rendered}`)],
	[
		'sets a cookie',
		(_, response) => void response.writeHead(200, { ...SAME, 'set-cookie': 'a=b' }).end(`page ${rendered}`)
	],
	['was not found', (_, response) => void response.writeHead(404, SAME).end(`page ${rendered}`)],
	[
		'leads elsewhere',
		(_, response) => void response.writeHead(307, { ...SAME, location: '/' }).end(`page ${rendered}`)
	],
	[
		'tells its nonce outside of a script',
		(_, response) => {
			const policy = { ...SAME, 'content-security-policy': "script-src 'nonce-abc='" };
			response.writeHead(200, policy).end(`<meta content="abc=">page ${rendered}`);
		}
	]
])('what %s is rendered for each reader', async (_, handler) => {
	say = handler;
	const address = await serve();
	const answers = [await read(address), await read(address), await read(address)];
	expect(new Set(answers).size).toBe(3);
	expect(rendered).toBe(3);
});

test('a form that is posted, and an address that asks for more than is declared, are answered anew', async () => {
	const address = await serve();
	expect(await read(address)).toBe('page 1');
	expect(await read(address, { method: 'POST', body: 'x' })).toBe('page 2');
	expect(await read(`${address}?/act`)).toBe('page 3');
	expect(await read(`${address}?seed=1`)).toBe('page 4');
	expect(await read(`${address}?seed=1`)).toBe('page 5');
	expect(await read(address)).toBe('page 1');
});

test('an address may ask for what is declared', async () => {
	say = (_, response) =>
		void response.writeHead(200, { ...SAME, 'x-same-for-all': 'language part' }).end(`page ${rendered}`);
	const address = await serve();
	const ask = (query: string) => read(address + query);
	expect(await ask('?language=fr')).toBe(await ask('?language=fr'));
	expect(await ask('?language=de')).not.toBe(await ask('?language=fr'));
	expect(await ask('?part=1&language=fr')).toBe(await ask('?part=1&language=fr'));
	expect(await ask(`?language=${'x'.repeat(36)}`)).not.toBe(await ask(`?language=${'x'.repeat(36)}`));
	expect(await ask('?language=fr&more=1')).not.toBe(await ask('?language=fr&more=1'));
});

test('a nonce gives way to the hash of the script that bears it, and of no other', async () => {
	say = (_, response) => {
		const nonce = Buffer.from(`secret ${rendered}`).toString('base64');
		const policy = `default-src 'self'; script-src 'self' 'nonce-${nonce}'`;
		response
			.writeHead(200, { ...SAME, 'content-security-policy': policy })
			.end(`<script nonce="${nonce}" type="module">go()</script><script>steal()</script>`);
	};
	const address = await serve();
	const { headers } = await fetch(address);
	expect(await read(address)).toBe('<script type="module">go()</script><script>steal()</script>');
	// The hash of “go()”.
	expect(headers.get('content-security-policy')).toBe(
		"default-src 'self'; script-src 'self' 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='; frame-ancestors 'self'"
	);
	expect(rendered).toBe(1);
});

test('all of it goes when the library changes, even what was being rendered then, and when a day is over', async () => {
	vi.useFakeTimers({ now: Date.UTC(2026, 0, 1, 12), toFake: ['Date'] });
	const address = await serve();
	expect([await read(address), await read(address)]).toEqual(['page 1', 'page 1']);
	edition = 2;
	expect([await read(address), await read(address)]).toEqual(['page 2', 'page 2']);
	vi.setSystemTime(Date.UTC(2026, 0, 2));
	expect([await read(address), await read(address)]).toEqual(['page 3', 'page 3']);
	say = (_, response) => {
		edition++;
		response.writeHead(200, SAME).end(`page ${rendered}`);
	};
	edition++;
	expect([await read(address), await read(address)]).toEqual(['page 4', 'page 5']);
});

test('a page of the library of before, rendered once there is another, is given to nobody else', async () => {
	const address = await serve(undefined, ({ headers }) => Number(headers['x-edition']));
	const ask = (path: string, edition: number) =>
		read(address + path, { headers: { 'x-edition': String(edition) } });
	await ask('/other', 1);
	const { promise: ready, resolve: go } = Promise.withResolvers<undefined>();
	const { promise: asked, resolve: isAsked } = Promise.withResolvers<undefined>();
	say = async (_, response) => {
		isAsked(undefined);
		await ready;
		response.writeHead(404, SAME).end('nothing');
	};
	const first = ask('/', 1);
	await asked;
	const waiting = ask('/', 1);
	say = ({ headers }, response) =>
		void response.writeHead(200, SAME).end(`of ${String(headers['x-edition'])}`);
	await ask('/other', 2);
	go(undefined);
	expect([await first, await waiting]).toEqual(['nothing', 'of 1']);
	expect(await ask('/', 2)).toBe('of 2');
});

test('only so many bytes are kept: what nobody has asked for the longest goes first', async () => {
	say = (_, response) => void response.writeHead(200, SAME).end('x'.repeat(4000));
	const address = await serve(25_000);
	for (const path of ['/a', '/b', '/a', '/c', '/a']) await read(address + path);
	expect(rendered).toBe(3);
	await read(`${address}/b`);
	expect(rendered).toBe(4);
	await read(`${address}/a`);
	expect(rendered).toBe(4);
});

test('a page that fails fails for those who wait too, and is tried again', async () => {
	const logged = vi.spyOn(console, 'error').mockReturnValue();
	const address = await serve();
	say = () => Promise.reject(new Error('broken'));
	expect((await fetch(address)).status).toBe(500);
	say = (_, response) => void response.writeHead(200, SAME).end('well');
	expect(await read(address)).toBe('well');
	logged.mockRestore();
});
