import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, inject, onTestFinished, test } from 'vitest';

import { ITEMS, PRIMER } from '#lib/bank/fixtures.ts';

import { root } from '../../src/setup/project.js';
import { startServer } from './serve.ts';

/** Posts an empty form to the home page, as though the app had another host name. */
function post(host: string, origin: string, address = inject('address')): Promise<number | undefined> {
	const headers = { Host: host, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' };
	return new Promise((resolve, reject) => {
		const posted = request(address, { method: 'POST', headers }, (response) => {
			response.resume();
			resolve(response.statusCode);
		});
		posted.on('error', reject).end();
	});
}

test('a form is taken over http on any name of this server, and refused from another site', async () => {
	expect(await post('quiz.school.example', 'http://quiz.school.example')).not.toBe(403);
	expect(await post('192.168.0.5:4173', 'http://192.168.0.5:4173')).not.toBe(403);
	expect(await post('quiz.school.example', 'http://elsewhere.example')).toBe(403);
});

test('a refused form tells the operator once what did not match, and ORIGIN fixes it', async () => {
	const plain = await startServer();
	onTestFinished(async () => {
		await plain.stop();
	});
	const site = 'https://quiz.school.example';
	expect(await post('127.0.0.1:80', site, plain.address)).toBe(403);
	expect(await post('127.0.0.1:80', site, plain.address)).toBe(403);
	await expect.poll(plain.printed).toContain('or set ORIGIN to the first');
	expect(
		plain.printed().match(/"https:\/\/quiz\.school\.example" was refused.*"http:\/\/127\.0\.0\.1:80"/g)
	).toHaveLength(1);

	const told = await startServer({ ORIGIN: site });
	onTestFinished(async () => {
		await told.stop();
	});
	expect(await post('127.0.0.1:80', site, told.address)).not.toBe(403);
	await expect(startServer({ ORIGIN: 'quiz.school.example' })).rejects.toThrow(
		'ORIGIN=quiz.school.example is not where a browser finds a site.'
	);
});

test('pages and their scripts come with headers that protect them', async () => {
	const page = await fetch(inject('address'));
	expect(page.headers.get('x-content-type-options')).toBe('nosniff');
	expect(page.headers.get('content-security-policy')).toContain("object-src 'none'");
	const script = /"\.?(\/_app\/immutable\/[^"]+\.js)"/.exec(await page.text())?.[1];
	const { headers } = await fetch(`${inject('address')}${script}`, { headers: { 'Accept-Encoding': 'br' } });
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('cache-control')).toContain('immutable');
	expect(headers.get('content-encoding')).toBe('br');
});

test('the service worker is never taken from a cache, and the policy lets it and the manifest be', async () => {
	const worker = await fetch(`${inject('address')}/service-worker.js`);
	expect(worker.headers.get('cache-control')).toBe('no-cache');
	expect(worker.headers.get('content-type')).toContain('javascript');
	const policy = (await fetch(inject('address'))).headers.get('content-security-policy');
	expect(policy).toMatch(/default-src 'self'/);
	expect(policy).not.toMatch(/(worker|manifest)-src/);
});

/** Requests an address without following a redirect. */
function ask(address: string, headers: Record<string, string> = {}, init: RequestInit = {}) {
	return fetch(inject('address') + address, { redirect: 'manual', headers, ...init });
}

/** The language that a text is written in, by its commonest words. */
function languageOf(text: string): 'en' | 'fr' {
	const said = text.replaceAll(/<script.*?<\/script>/gs, '');
	const count = (words: RegExp) => [...said.matchAll(words)].length;
	return count(/ (les|des|une) /g) > count(/ (the|and|of) /g) ? 'fr' : 'en';
}

describe('an answer is in the language of its address', () => {
	const wishes = { Cookie: 'language=en', 'Accept-Language': 'en' };
	const data = `/paris-call/quiz/items?ids=call-title`;

	test.each(['/', '/paris-call', '/paris-call/facts/__data.json', '/paris-call/course', data])(
		'%s, whatever else is preferred, and caches need not ask',
		async (address) => {
			for (const [path, headers, language] of [
				[address, { ...wishes, 'Sec-Fetch-Dest': 'empty' }, 'en'],
				[`/fr${address}`.replace(/\/$/, ''), wishes, 'fr']
			] as const) {
				const answer = await ask(path, headers);
				expect([path, answer.status]).toEqual([path, 200]);
				expect(answer.headers.get('vary') ?? '').not.toMatch(/cookie|language/i);
				expect(answer.headers.get('set-cookie')).toBeNull();
				expect(languageOf(await answer.text())).toBe(language);
			}
		}
	);

	test('and says in that language what is wrong with it', async () => {
		const told = await (await ask('/fr/nowhere/at/all', { Accept: 'text/html' })).text();
		expect(told).toContain('<html lang="fr"');
		expect(told).toContain('Cette page n’existe pas.');
		const refused = await ask('/fr/nowhere/quiz/views?ids=a', { Accept: 'application/json' });
		expect(await refused.json()).toMatchObject({ message: expect.stringContaining('pas ici de cours') });
	});

	test('and names its addresses in all languages, its own included', async () => {
		const text = await (await ask('/fr/paris-call/quiz?seed=a')).text();
		const here = inject('address');
		expect(text).toContain(`<link rel="canonical" href="${here}/fr/paris-call/quiz"/>`);
		for (const [language, address] of [
			['en', '/paris-call/quiz'],
			['fr', '/fr/paris-call/quiz'],
			['x-default', '/paris-call/quiz']
		])
			expect(text).toContain(`<link rel="alternate" hreflang="${language}" href="${here}${address}"/>`);
		const lost = await (await ask('/fr/nowhere', { Accept: 'text/html' })).text();
		expect(lost).not.toMatch(/rel="(canonical|alternate)"/);
	});
});

describe('a first visit', () => {
	const french = { 'Accept-Language': 'fr-CA,fr;q=0.9' };

	test.each([
		['/', '/fr'],
		['/paris-call', '/fr/paris-call'],
		['/paris-call/quiz?n=3&seed=a', '/fr/paris-call/quiz?n=3&seed=a'],
		['/nowhere', '/fr/nowhere'],
		['//elsewhere/c', '/fr']
	])('to %s leads to %s, and no cache keeps that for others', async (address, location) => {
		const answer = await ask(address, french);
		expect([answer.status, answer.headers.get('location')]).toEqual([307, location]);
		expect(answer.headers.get('cache-control')).toMatch(/private/);
		expect(answer.headers.get('set-cookie')).toBeNull();
	});

	test.each([
		'/paris-call/course',
		'/paris-call/quiz/items?ids=call-title',
		'/paris-call/quiz/views?ids=call-title&seed=a',
		'/paris-call/facts/__data.json',
		'/offline/list',
		'/manifest.webmanifest',
		'/icons/icon.svg',
		'/service-worker.js',
		'/paris-call/quiz?sitting=a.b'
	])('does not redirect %s', async (address) => {
		const answer = await ask(address, french);
		expect(answer.status).toBe(200);
		await answer.arrayBuffer();
	});

	test('does not redirect what is posted', async () => {
		const posted = { method: 'POST', body: new URLSearchParams({ do: 'next' }) };
		const headers = { ...french, Origin: inject('address') };
		const answer = await ask('/paris-call/quiz?/act&seed=a', headers, posted);
		expect(answer.status).toBe(200);
		expect(languageOf(await answer.text())).toBe('en');
	});
});

test.each([
	['/en', '/'],
	['/en/paris-call?n=3', '/paris-call?n=3'],
	['/FR/paris-call', '/fr/paris-call'],
	['/fr/', '/fr'],
	['/en//elsewhere', '/']
])('%s leads to %s, whatever the browser prefers', async (address, location) => {
	const answer = await ask(address, { 'Accept-Language': 'fr' });
	expect([307, 308]).toContain(answer.status);
	expect(answer.headers.get('location')).toBe(location);
	const [cookie = ''] = answer.headers.getSetCookie();
	const there = await ask(location, { 'Accept-Language': 'fr', Cookie: cookie.split(';')[0] ?? '' });
	expect(there.status).toBe(200);
});

test('a broken bank stops the start with the place, what is wrong and what to do, and no stack', async () => {
	const questions = await mkdtemp(join(tmpdir(), 'questions-'));
	onTestFinished(() => rm(questions, { recursive: true }));
	await cp(join(root, 'questions'), questions, { recursive: true });
	const file = join(questions, 'paris-call/1-what-it-is.yaml');
	await writeFile(file, (await readFile(file, 'utf8')).replace('stem:', 'steem:'));

	const failure = await startServer({ QUESTIONS: questions }).catch(String);
	expect(failure).toMatch(/paris-call\/1-what-it-is\.yaml:\d+:\d+: .*steem/);
	expect(failure).not.toMatch(/^\s+at /m);
});

test('only a course with a problem is left out: the start says why, and the first page says that it is', async () => {
	const questions = await mkdtemp(join(tmpdir(), 'questions-'));
	onTestFinished(() => rm(questions, { recursive: true }));
	for (const course of ['sound', 'broken']) {
		await mkdir(join(questions, course));
		await writeFile(join(questions, course, 'primer.yaml'), PRIMER);
		await writeFile(join(questions, course, '1.yaml'), ITEMS);
	}
	await writeFile(join(questions, 'broken/1.yaml'), ITEMS.replace('stem:', 'steem:'));

	const server = await startServer({ QUESTIONS: questions });
	onTestFinished(async () => {
		await server.stop();
	});
	expect(server.printed()).toContain('The course “broken” is not served.');
	expect(server.printed()).toMatch(/^broken\/1\.yaml:\d+:\d+: .*steem/m);
	const first = await (await fetch(server.address)).text();
	expect(first).toContain('The course “broken” is not available just now.');
	expect(first).toContain('href="/sound"');
	expect((await fetch(`${server.address}/sound/quiz?seed=1`)).status).toBe(200);
	const missing = await fetch(`${server.address}/broken/quiz`);
	expect(missing.status).toBe(503);
	expect(await missing.text()).toContain('The course “broken” is not available just now.');
});

test.skipIf(process.platform === 'win32')(
	'it reads the questions again when a supervisor tells it to',
	async () => {
		const questions = await mkdtemp(join(tmpdir(), 'questions-'));
		onTestFinished(() => rm(questions, { recursive: true }));
		await writeFile(join(questions, 'primer.yaml'), PRIMER);
		await writeFile(join(questions, '1.yaml'), ITEMS);
		const server = await startServer({ QUESTIONS: questions });
		onTestFinished(async () => {
			await server.stop();
		});
		await writeFile(join(questions, 'primer.yaml'), PRIMER.replace('A primer', 'Another primer'));
		expect(await (await fetch(server.address)).text()).not.toContain('Another primer');
		process.kill(server.id, 'SIGHUP');
		await expect.poll(server.printed).toContain('The questions were read again.');
		expect(await (await fetch(server.address)).text()).toContain('Another primer');
	}
);

test('a secret that can be guessed stops the start, and the message says how to make a better one', async () => {
	const failure = await startServer({ SECRET: 'a' }).catch(String);
	expect(failure).toMatch(/^Error: SECRET has 1 character; at least 32 are needed.*\n.*openssl rand/);
	expect(failure).not.toMatch(/^\s+at /m);
});

test('a secret that cannot be kept is reported before the first request', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'data-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	await writeFile(join(folder, 'file'), '');
	const server = await startServer({ DATA: join(folder, 'file/data') });
	await expect.poll(server.printed).toContain('(ENOTDIR), so it lasts until this server stops');
	expect(await server.stop()).toBe(0);
});

test('a configuration that makes no sense stops the start, with everything that is wrong in it', async () => {
	const started = startServer({ PORT: 'many', QUESTIONS: '/nowhere' });
	await expect(started).rejects.toThrow(/^PORT=many is not a port.*\nQUESTIONS names no folder: \/nowhere/);
});

test('a second server on the same port says so, and the first stops when asked', async () => {
	const first = await startServer();
	const { port } = new URL(first.address);
	await expect(startServer({ PORT: port })).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`);
	expect(await first.stop()).toBe(0);
});
