import { connect } from 'node:net';

import { expect, inject, test } from 'vitest';

import { expectHeaders } from './security-headers.ts';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

interface Asking extends RequestInit {
	headers?: Record<string, string>;
}

/** Every kind of answer, with its status. */
const answers: [name: string, path: string, status: number, init?: Asking][] = [
	['a page', '/paris-call', 200],
	['a page that is rendered for its reader', '/paris-call/quiz?n=1', 200],
	['a page with a policy of its own', '/paris-call/bank', 200],
	['a file that never changes', '', 200],
	['another file', '/icons/icon.svg', 200],
	['a part of a file', '/icons/192.png', 206, { headers: { Range: 'bytes=0-9' } }],
	['no part of a file', '/icons/192.png', 416, { headers: { Range: 'bytes=10-5' } }],
	['the service worker', '/service-worker.js', 200],
	['the manifest', '/manifest.webmanifest', 200],
	['a course as data', '/paris-call/course', 200],
	['a quiz made for a frame', '/embed/paris-call?n=1', 200],
	['the script for other people’s pages', '/embed/embed.js', 200],
	['how another site shows a quiz', '/oembed', 400],
	['code, packages and more of a course', '/paris-call/share', 200],
	['a page as data', '/paris-call/facts/__data.json', 200],
	['a way on', '/offline?of=/paris-call', 307],
	['a way to another language', '/paris-call?n=1', 307, { headers: { 'Accept-Language': 'fr' } }],
	['a page in another language', '/fr/paris-call', 200],
	['an address with a slash too many', '/paris-call/', 308],
	['what a form came to', '/paris-call/quiz?/act', 200, { method: 'POST', headers: FORM, body: '' }],
	['the result of a choice', '/language', 303, { method: 'POST', headers: FORM, body: 'language=en' }],
	['what is not there', '/nowhere', 404],
	['a broken address', '/%E0%A4%A', 400],
	['a method that a route does not take', '/language', 405],
	['a method that a file does not take', '/icons/icon.svg', 405, { method: 'POST' }],
	['a method that nothing takes', '/paris-call', 405, { method: 'PROPFIND' }],
	[
		'a form that is too long',
		'/language',
		413,
		{ method: 'POST', headers: FORM, body: `language=${'x'.repeat(600_000)}` }
	],
	['what is no form', '/language', 415, { method: 'POST', headers: { 'Content-Type': 'application/json' } }]
];

test.each(answers)('%s has all the headers', async (_, path, status, init) => {
	const origin = inject('address');
	const script = async () =>
		/"\.?(\/_app\/immutable\/[^"]+\.js)"/.exec(await (await fetch(origin)).text())?.[1];
	const headers = { Origin: origin, ...init?.headers };
	const response = await fetch(origin + (path || ((await script()) ?? '')), {
		redirect: 'manual',
		...init,
		headers
	});
	expect(response.status).toBe(status);
	expectHeaders(response.headers, /^(|\/paris-call\/course|\/(o?embed).*)$/.test(path));
	await response.arrayBuffer();
});

test('what Node refuses by itself has them too', async () => {
	const { hostname, port } = new URL(inject('address'));
	const answer = await new Promise<string>((resolve) => {
		let said = '';
		const socket = connect(Number(port), hostname, () => socket.write('hello\r\n\r\n'));
		socket.on('data', (chunk: Buffer) => (said += chunk.toString())).on('end', () => resolve(said));
	});
	const lines = (answer.split('\r\n\r\n')[0] ?? '').split('\r\n').slice(1);
	const headers = lines.map((line): [string, string] => [
		line.split(': ')[0] ?? '',
		line.split(': ')[1] ?? ''
	]);
	expectHeaders(new Headers(headers));
});

test.each([
	['/paris-call/quiz?behaviour=exam', 'GET'],
	['/paris-call/quiz?sitting=a.b', 'GET'],
	['/paris-call/quiz?ticket=a.b', 'GET'],
	['/paris-call/quiz/sitting', 'POST'],
	['/fr/paris-call/quiz/sitting', 'POST'],
	['/fr/paris-call/quiz?sitting=a.b', 'GET'],
	['/paris-call/quiz?/act', 'POST'],
	['/paris-call/qui%7A/sitting', 'POST'],
	['/language', 'POST']
])('%s, which belongs to one learner, is cached by nobody', async (path, method) => {
	const headers = { Origin: inject('address'), ...FORM };
	const response = await fetch(inject('address') + path, { method, headers, redirect: 'manual' });
	expect(response.headers.get('cache-control')).toBe('no-store');
	await response.arrayBuffer();
});

test('the worker’s own policy lets it ask this site for everything', async () => {
	const { headers } = await fetch(`${inject('address')}/service-worker.js`);
	expect(headers.get('content-security-policy')).toContain("connect-src 'self'");
	expect(headers.get('cache-control')).toBe('no-cache');
});
