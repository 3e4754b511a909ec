import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { root } from '../../src/setup/project.js';
import { startServer, type RunningServer } from './serve.ts';

let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());

/** An address of every route, as a learner may have it. */
const addresses = readdirSync(join(root, 'src/routes'), { recursive: true, encoding: 'utf8' })
	.filter((path) => /(^|[\\/])\+(page\.svelte|server\.ts)$/.test(path))
	.map((path) => `/${dirname(path).replaceAll('\\', '/')}`.replace('/.', '/'))
	.map((path) => path.replace('[primer]', 'paris-call').replace('[point]', '1').replace('[draw]', 'mixed'))
	.map((path) => path.replaceAll(/\[[^\]]+\]/g, 'nothing'))
	.flatMap((path) => [path, `/fr${path}`]);

const FORM = 'application/x-www-form-urlencoded';
const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
const deepObject = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;

/** What somebody may send who means harm, or whose program is broken. */
const bodies: Record<string, { type?: string; body?: string | Uint8Array<ArrayBuffer> }> = {
	'nothing at all': {},
	JSON: { type: 'application/json', body: '{"language":"fr","size":"large"}' },
	'no JSON': { type: 'application/json', body: '{' },
	'JSON null': { type: 'application/json', body: 'null' },
	'a deep array': { type: 'application/json', body: deep },
	'a deep object': { type: 'application/json', body: deepObject },
	'a deep response': {
		type: 'application/json',
		body: `{"ticket":"a.b","sitting":"a","responses":{"a":${deep}}}`
	},
	'a form whose log is deep': {
		type: FORM,
		body: `startedAt=1&do=check&log=${encodeURIComponent(`[{"type":"answer","at":2,"response":${deep}}]`)}`
	},
	'a form whose log is a deep array': {
		type: FORM,
		body: `startedAt=1&do=check&log=${encodeURIComponent(deep)}`
	},
	'a form of names that objects have': {
		type: FORM,
		body: '__proto__=1&constructor=2&toString=3&language=__proto__&size=constructor&do=__proto__&log=[]'
	},
	'a form with a broken percent sign': { type: FORM, body: 'language=%E0%A4%A&size=%' },
	'text for a form': { type: 'text/plain', body: 'language=fr' },
	'a part without an end': {
		type: 'multipart/form-data; boundary=x',
		body: '--x\r\nContent-Disposition: form-data; name="language"\r\n\r\nfr'
	},
	'parts without a boundary': { type: 'multipart/form-data', body: '--x\r\n\r\n--x--' },
	'a type that is none': { type: 'a;b;;c=', body: 'x' },
	'bytes that are not text': { type: FORM, body: new Uint8Array([0xff, 0xfe, 0, 0xc3, 0x28]) },
	'more than is taken': { type: FORM, body: `language=${'x'.repeat(600_000)}` }
};

const queries = [
	'',
	'?/__proto__',
	'?/constructor',
	'?/toString',
	'?/hasOwnProperty',
	'?/act',
	'?/start',
	'?/',
	'?%',
	'?%E0%A4%A=%FF',
	'?ids=%00,__proto__,constructor&seed=__proto__',
	'?back=//elsewhere&back=%00&language=__proto__',
	'?of=http://elsewhere/&n=1e999&minutes=NaN&points=__proto__',
	'?ticket=__proto__&sitting=constructor',
	'?behaviour=exam&n=99999999999999999999&extra=-Infinity'
];

describe.each(addresses)('%s', (address) => {
	test('takes any body, and any method, without a fault', async () => {
		const headers = { Origin: server.address };
		for (const { type, body } of Object.values(bodies)) {
			const posted = {
				method: 'POST',
				headers: { ...headers, ...(type !== undefined && { 'Content-Type': type }) },
				...(body !== undefined && { body })
			};
			await expectNoFault(address, posted);
			await expectNoFault(`${address}?/act`, posted);
		}
		for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
			await expectNoFault(address, { method, headers });
	});

	test('takes any query without a fault', async () => {
		for (const query of queries) {
			await expectNoFault(address + query, {});
			await expectNoFault(address + query, {
				method: 'POST',
				headers: { Origin: server.address, 'Content-Type': FORM },
				body: ''
			});
		}
	});

	test('takes any header without a fault', async () => {
		const odd: Record<string, string>[] = [
			{ Cookie: 'language=%E0%A4%A; reading=%; =; ;;; a' },
			{ Cookie: 'language=__proto__; reading=__proto__.constructor' },
			{ 'Accept-Language': `${'x-'.repeat(500)};q=a, *;q=, -` },
			{ 'Accept-Language': '__proto__', Accept: '*;q=-1, /' },
			{ 'Accept-Language': 'fr', Referer: '//', Cookie: 'language' },
			{ Range: 'bytes=10-5', 'If-Range': '"' },
			{ 'If-None-Match': 'W/"', 'If-Modified-Since': 'never' },
			{ Cookie: `a=${'x'.repeat(10_000)}` },
			{ 'X-Forwarded-Proto': 'javascript:', 'X-Forwarded-Host': '/' },
			{ 'X-SvelteKit-Action': 'true', 'Content-Type': 'application/json' }
		];
		for (const headers of odd) {
			await expectNoFault(address, { headers });
			await expectNoFault(`${address}/__data.json`, { headers });
		}
	});

	test('has no address below or beside it that causes a fault', async () => {
		for (const tail of [
			'/',
			'//',
			'/..',
			'/%2e%2e',
			'/%00',
			'/__proto__',
			'/%F0%9F%98%80',
			'.json',
			'%',
			';'
		])
			await expectNoFault(address + tail, {});
	});
});

test.each([
	['a broken percent sign', 'GET /%E0%A4%A HTTP/1.1', 400],
	['a method that is not there', 'BREW /paris-call HTTP/1.1', 400],
	['a method of another kind', 'PROPFIND /paris-call HTTP/1.1', 405],
	['a request that asks to be shown itself', 'TRACE /paris-call HTTP/1.1', 405],
	['a tunnel', 'CONNECT elsewhere:443 HTTP/1.1', 405],
	['no path', 'OPTIONS * HTTP/1.1', 400],
	['an address of another server', 'GET http://elsewhere/ HTTP/1.1', 400],
	['an address too long', `GET /${'x'.repeat(20_000)} HTTP/1.1`, 431],
	['a header too long', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`, 431],
	['a header without a colon', 'GET / HTTP/1.1\r\nNo colon', 400],
	['two lengths', 'POST /language HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2', 400],
	['an expectation', 'GET / HTTP/1.1\r\nExpect: a miracle', 417],
	['no HTTP', 'hello', 400]
])('%s is refused with a message and the headers of every answer', async (_, request, status) => {
	const answer = await say(`${request}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
	expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	expect(answer).toContain("frame-ancestors 'self'");
	expect(answer).toContain('X-Content-Type-Options: nosniff');
	expect(answer.split('\r\n\r\n')[1]).toMatch(/\w+ \w+/);
});

test('none of this has left a line in the log', () => {
	expect(server.printed().replace(/^Five Points is at .*\n/, '')).toBe('');
});

async function expectNoFault(address: string, init: RequestInit): Promise<void> {
	const response = await fetch(server.address + address, { redirect: 'manual', ...init });
	const text = await response.text();
	const what = `${init.method ?? 'GET'} ${address} ${JSON.stringify(init.headers)}`;
	expect(response.status, what).toBeLessThan(500);
	expect(text, what).not.toMatch(/^\s+at .*:\d+:\d+/m);
}

/** Sends what no client would, unchanged. */
function say(text: string): Promise<string> {
	const { port, hostname } = new URL(server.address);
	return new Promise((resolve, reject) => {
		let answer = '';
		const socket = connect(Number(port), hostname, () => socket.write(text));
		socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
		socket.on('end', () => resolve(answer)).on('error', reject);
	});
}
