import { expect, onTestFinished, test } from 'vitest';

import { Device, hostClass, joinClass, serveLive, smallSetup } from './staging.ts';

test('everything that is told of a class comes with all headers, whatever becomes of it', async () => {
	const { address } = await serveLive({
		answering: {
			sites: { frameAncestors: ['https://moodle.school.example'], embedOrigins: ['https://any.example'] }
		}
	});
	const { host, at, code, id } = await hostClass(address);
	const ada = await joinClass(address, id, 'Ada');
	const stranger = new Device(address);
	const leaving = new AbortController();
	onTestFinished(() => leaving.abort());
	const stream = await ada.open(`${at}/stream?as=pupil`, { headers: {}, signal: leaving.signal });
	const answers: [number, { status: number; headers: Headers }][] = [
		[200, stream],
		[200, await ada.get(`${at}/me`)],
		[200, await host.get(`${at}/people`)],
		[200, await host.post('/live/classes', { setup: smallSetup() })],
		[200, await stranger.get(`/live/code/${code}`)],
		[404, await stranger.get('/live/code/CCCCCCC')],
		[403, await stranger.get(`${at}/stream?as=wall`)],
		[400, await ada.post(`${at}/answer`, '{')],
		[403, await ada.post(`${at}/answer`, {}, { Origin: 'https://evil.example' })],
		[404, await stranger.get('/live/nobody/me')],
		[404, await stranger.get(`${at}/nothing`)],
		[405, await stranger.get(`${at}/join`)]
	];
	for (const [expected, { headers, status }] of answers) {
		expect(status).toBe(expected);
		expect(headers.get('content-security-policy')).toBe(
			"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' https://moodle.school.example"
		);
		expect(headers.get('cache-control')).toMatch(/^no-store/);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('referrer-policy')).toBe('same-origin');
		expect(headers.get('permissions-policy')).toContain('camera=()');
		expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
		expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
		expect(headers.get('access-control-allow-origin')).toBeNull();
	}
});

test.each([
	'/class/some-class',
	'/fr/class/some-class',
	'/host/some-class',
	'/host/some-class/remote',
	'/pt-BR/host/some-class/report',
	'/join/CCCCCCC'
])('a page of a class is cached by nobody: %s', async (path) => {
	const { address } = await serveLive();
	expect((await new Device(address).get(path)).headers.get('cache-control')).toBe('no-store');
});

test.each(['/host', '/fr/join', '/course/class/room', '/classes/of/things'])(
	'others are: %s',
	async (path) => {
		const { address } = await serveLive();
		expect((await new Device(address).get(path)).headers.get('cache-control')).toBeNull();
	}
);
