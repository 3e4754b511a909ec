import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, inject, onTestFinished, test } from 'vitest';

import { ITEMS, PRIMER } from '#lib/bank/fixtures.ts';

import { root } from '../../src/setup/project.js';
import { startServer } from './serve.ts';

/** Posts an empty form to the home page, as if the app were at another name. */
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

test('a form that is refused says to whoever serves it what did not match, once, and ORIGIN mends it', async () => {
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

test('pages and their scripts come with headers that keep them what they are', async () => {
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

test('an answer comes in the language that a header names, whatever the cookie says, and caches are told', async () => {
	const headers = { 'X-Language': 'fr', Cookie: 'language=en', 'Accept-Language': 'en' };
	const answer = await fetch(inject('address'), { headers });
	expect(answer.headers.get('content-language')).toBe('fr');
	expect(answer.headers.get('vary')).toMatch(/x-language/i);
	expect(answer.headers.get('set-cookie')).toBeNull();
	expect(await answer.text()).toContain('<html lang="fr"');
	const other = await fetch(inject('address'), { headers: { ...headers, 'X-Language': 'de' } });
	expect(other.headers.get('content-language')).toBe('en');
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

test('a course with a problem is left out alone: the start says why, the first page that it is', async () => {
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
	expect(first).toContain('href="./sound"');
	expect((await fetch(`${server.address}/sound/quiz?seed=1`)).status).toBe(200);
	const missing = await fetch(`${server.address}/broken/quiz`);
	expect(missing.status).toBe(503);
	expect(await missing.text()).toContain('The course “broken” is not available just now.');
});

test.skipIf(process.platform === 'win32')(
	'told so by a supervisor, it reads the questions again',
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

test('a secret that can be guessed stops the start, and no other has to be made up', async () => {
	const failure = await startServer({ SECRET: 'a' }).catch(String);
	expect(failure).toMatch(/^Error: SECRET has 1 character; at least 32 are needed.*\n.*openssl rand/);
	expect(failure).not.toMatch(/^\s+at /m);
});

test('a secret that cannot be kept is said before the first request', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'data-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	await writeFile(join(folder, 'file'), '');
	const server = await startServer({ DATA: join(folder, 'file/data') });
	await expect.poll(server.printed).toContain('(ENOTDIR), so it lasts until this server stops');
	expect(await server.stop()).toBe(0);
});

test('a configuration that makes no sense stops the start, with all that is wrong in it', async () => {
	const started = startServer({ PORT: 'many', QUESTIONS: '/nowhere' });
	await expect(started).rejects.toThrow(/^PORT=many is not a port.*\nQUESTIONS names no folder: \/nowhere/);
});

test('a second server on the same port is told so, and the first stops when asked', async () => {
	const first = await startServer();
	const { port } = new URL(first.address);
	await expect(startServer({ PORT: port })).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`);
	expect(await first.stop()).toBe(0);
});
