import { readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Bank } from '#lib/bank/bank.ts';
import { behaviourNames } from '#lib/quiz/behaviour.ts';
import { dayOf } from '#lib/review/day.ts';
import { practiceDraws } from '#lib/study/practice-draw.ts';

import { root } from '../../src/setup/project.js';
import { expectAccessible, test as browserTest } from './browser.ts';
import {
	byPoint,
	FACT_WORD,
	KEPT_NUMBER,
	KEPT_WORD,
	keptIds,
	OPEN_WORD,
	writeKeptCourses
} from './kept-courses.ts';
import { beginExam, expectHeading, press } from './learner.ts';
import { expectReviews, setClock } from './studying.ts';
import { startServer, type RunningServer } from './serve.ts';

/** All pages and endpoints of the app, as SvelteKit finds them, of both courses where there is a course in the path. */
const paths = ['exams', 'mixed'].flatMap((course) =>
	[...new Set(routeFolders(join(root, 'src/routes')))].flatMap((route) => filled(route, course))
);

/** The queries under which each of them is asked for: with every parameter that names items or says how to ask them. */
const ids = keptIds.join(',');
const queries = [
	'',
	`ids=${ids}`,
	`ids=${ids}&seed=s`,
	`items=${ids}&seed=s`,
	...behaviourNames.map((name) => `behaviour=${name}&items=${ids}&n=40&seed=s`),
	'points=2&behaviour=retry&n=40',
	'behaviour=&points=1,2&make=worksheet&keying=only&n=40'
];

let folder: string;
let server: RunningServer;

beforeAll(async () => {
	folder = writeKeptCourses();
	server = await startServer({ QUESTIONS: folder });
});

afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true });
});

/** Asks the server; if that begins an exam, the redirect to the sitting is not followed. */
async function ask(address: string, init: RequestInit = {}): Promise<{ status: number; text: string }> {
	const headers = new Headers(init.headers);
	headers.set('Origin', server.address);
	const response = await fetch(server.address + address, { redirect: 'manual', ...init, headers });
	return { status: response.status, text: await response.text() };
}

/** The words of kept items that are in an answer. */
function told(text: string, course: string): string[] {
	const words =
		course === 'exams' ? [KEPT_WORD, String(KEPT_NUMBER), FACT_WORD] : [KEPT_WORD, String(KEPT_NUMBER)];
	return words.filter((word) => text.includes(word));
}

describe('without a sitting, nothing is revealed of what is kept for exams', () => {
	test.each(paths)('$path', async ({ path, course }) => {
		for (const query of queries) {
			for (const address of [`${path}?${query}`, `${path.replace(/\/$/, '')}/__data.json?${query}`]) {
				const { status, text } = await ask(address);
				expect(told(text, course), address).toEqual([]);
				expect(status, address).toBeLessThan(500);
				// An id is made of words. A request that does not name one must not get one.
				if (!query.includes('secret')) expect(text, address).not.toContain('secret-');
			}
		}
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			const json = { 'content-type': 'application/json' };
			const body = JSON.stringify({ ids: keptIds, items: keptIds, ticket: '', responses: {} });
			const { text } = await ask(`${path}?ids=${ids}`, { method, body, headers: json });
			expect(told(text, course), `${method} ${path}`).toEqual([]);
		}
	});

	test.each(behaviourNames)('a page without its script, in %s', async (behaviour) => {
		const at = String(Date.now() - 1000);
		for (const course of ['exams', 'mixed']) {
			for (const id of keptIds) {
				const quiz = `/${course}/quiz?/act&behaviour=${behaviour}&items=${id}&seed=s`;
				for (const press of ['check', 'hint', 'reveal', 'skip', 'finish', 'submit']) {
					const body = new URLSearchParams({ startedAt: at, log: '[]', do: press });
					const { text } = await ask(quiz, { method: 'POST', body, headers: { Accept: 'text/html' } });
					expect(told(text, course), `${quiz} ${press}`).toEqual([]);
				}
			}
		}
	});
});

describe('what is kept', () => {
	test.each(['exams', 'mixed'])('is asked in an exam of “%s”', async (course) => {
		for (const id of keptIds) {
			const start = await fetch(`${server.address}/${course}/quiz?/start&behaviour=exam&items=${id}`, {
				method: 'POST',
				redirect: 'manual',
				headers: { Origin: server.address, Accept: 'text/html' },
				body: new URLSearchParams()
			});
			const sitting = new URL(start.headers.get('location') ?? '', `${server.address}/${course}/quiz`);
			const page = await (await fetch(sitting)).text();
			expect(page, id).toContain(`What is ${KEPT_WORD} about it?`);
			for (const secret of ['explains', 'Think of', String(KEPT_NUMBER)])
				expect(page, id).not.toContain(secret);
		}
	});

	test('is left out of the course, where the rest comes with its keys', async () => {
		const course = JSON.parse((await ask('/mixed/course')).text) as Bank;
		expect(course.items).toHaveLength(keptIds.length);
		for (const item of course.items) expect(JSON.stringify(item)).toContain(`${OPEN_WORD} that explains`);
		expect(course.primer.facts).toHaveLength(2);
	});

	test('is left out when it is requested together with other questions', async () => {
		const { text } = await ask(`/mixed/quiz/items?ids=secret-0,open-0`);
		expect((JSON.parse(text) as { items: unknown[] }).items).toHaveLength(1);
	});
});

describe('a course for exams alone', () => {
	const closed = ['review', 'learn/1', 'progress', 'practice/mixed', 'flashcards', 'print', 'facts'];

	test.each(closed)('says on /%s why there is nothing to study', async (page) => {
		const [english, french] = await Promise.all(
			['', '/fr'].map((home) => ask(`${home}/exams/${page}`, { headers: { Accept: 'text/html' } }))
		);
		expect([english?.status, french?.status]).toEqual([403, 403]);
		expect(english?.text).toContain('“A primer” is for exams alone.');
		expect(french?.text).toContain('«\u00a0Une amorce\u00a0» est réservé aux examens.');
		expect(english?.text).toContain('href="/exams"');
		expect(french?.text).toContain('href="/fr/exams"');
	});

	test('tells a teacher who would read results or print what to do, with the way to the rest', async () => {
		for (const [home, words, printed, set] of [
			['', 'The server grades each exam by itself.', 'none can be printed', 'Set an exam'],
			[
				'/fr',
				'Le serveur note lui-même chaque examen.',
				'aucune ne peut donc être imprimée',
				'Donner un examen'
			]
		] as const) {
			const { status, text } = await ask(`${home}/exams/teach/results`, { headers: { Accept: 'text/html' } });
			expect(status).toBe(200);
			expect(text).toContain(words);
			expect(text).toContain(set);
			expect(text).toMatch(/href="[^"]*exams\/teach"/);
			expect(text).not.toMatch(/href="[^"]*\/print"/);
			expect(text).not.toMatch(/<textarea/);
			const print = await ask(`${home}/exams/print`, { headers: { Accept: 'text/html' } });
			expect(print.text).toContain(printed);
			expect(print.text).toMatch(/href="[^"]*exams"/);
			expect((await ask(`${home}/exams`)).text).toMatch(/href="[^"]*exams\/teach"/);
		}
		const teach = await ask('/exams/teach');
		expect(teach.text).not.toMatch(/href="[^"]*\/print"/);
		// Nobody is told to open what is not shown.
		expect(teach.text).not.toContain('What learners see');
		const mixed = await ask('/mixed/teach/results');
		expect(mixed.text).toMatch(/href="[^"]*\/print"/);
	});

	test.each(['course', 'quiz/items', 'quiz/views'])('refuses /%s', async (endpoint) => {
		const { status, text } = await ask(`/exams/${endpoint}?ids=secret-0`, {
			headers: { Accept: 'application/json' }
		});
		expect(status).toBe(403);
		expect(JSON.parse(text)).toMatchObject({ message: '“A primer” is for exams alone.' });
	});

	test('offers an exam on its page and says why there is nothing else', async () => {
		const { text } = await ask('/exams', { headers: { Accept: 'text/html' } });
		expect(text).toContain('Take an exam');
		expect(text).toContain('are for exams alone');
		expect(text).not.toMatch(
			/href="[^"]*\/(review|progress|flashcards|print|facts|learn\/\d|practice\/\w+)"/
		);
		expect(text).not.toMatch(/value="(practice|retry|certainty)"/);
		expect(text).toContain(`${keptIds.length} questions`);
	});

	test('keeps nothing on a device but its first page', async () => {
		const { pages, files } = JSON.parse((await ask('/offline/list')).text) as Record<string, string[]>;
		expect([...(pages ?? []), ...(files ?? [])].filter((path) => path.startsWith('/exams'))).toEqual([
			'/exams'
		]);
		expect(files).toContain('/mixed/course');
	});

	test('begins an exam whatever behaviour is asked for, and says so', async () => {
		const { text } = await ask('/exams/quiz?behaviour=practice', { headers: { Accept: 'text/html' } });
		expect(text).toContain('so this is an exam');
		expect(text).toContain('10 questions, in any order');
	});
});

describe('the page of an exam says which of these applies', () => {
	test.each([
		['exams', 'n=5', 'These questions are kept for exams', 'Ces questions sont réservées aux examens'],
		['mixed', 'items=open-0,open-1', 'can also be studied', 'peuvent aussi être étudiées'],
		[
			'mixed',
			'items=secret-1,open-0,secret-0',
			'2 of these questions are kept for exams',
			'2 de ces questions sont réservées'
		]
	])('%s, %s', async (course, query, english, french) => {
		const page = `/${course}/quiz?behaviour=exam&${query}`;
		expect((await ask(page)).text).toContain(english);
		expect((await ask(`/fr${page}`)).text).toContain(french);
	});
});

browserTest(
	'an answer in an exam counts in self-study, which then asks what can be studied',
	async ({ newPage }) => {
		const page = await newPage({ baseURL: server.address });
		const number = page.getByRole('textbox');
		await page.goto('/mixed/quiz?behaviour=exam&items=open-17,secret-17');
		await beginExam(page);
		for (const next of ['Next', 'Look over and hand in']) {
			await number.fill('1');
			await press(page, next);
		}
		await press(page, 'Hand in');
		const again = page.getByRole('link', { name: 'Try the one you did not get right' });
		expect(await again.getAttribute('href')).toBe('?behaviour=practice&items=open-17');

		await expectHeading(page, '0 of 2 marks');
		await expectReviews(page, 2);

		// Both rest on the same fact, which is due a week later.
		await setClock(page, dayOf(Date.now() + 7 * 24 * 60 * 60 * 1000));
		await page.goto('/mixed/review');
		await page.getByText(`What is ${OPEN_WORD} about it?`).waitFor();
	}
);

browserTest(
	'a report that is refused says so in its language, with a way back',
	async ({ newPage, trouble }) => {
		trouble.expect(/status of 403/);
		const page = await newPage({ baseURL: server.address, locale: 'fr-FR' });
		await page.goto('/fr/mixed/bank');
		const main = page.getByRole('main');
		await main.getByRole('heading', { level: 1, name: /^Certaines de ces questions/ }).waitFor();
		expect(await page.locator('html').getAttribute('lang')).toBe('fr');
		await expectAccessible(page);
		await main.getByRole('link', { name: 'Five Points' }).click();
		await page.waitForURL(/\/fr$/);
	}
);

browserTest('of a course for exams alone, nothing is offered to be tried again', async ({ newPage }) => {
	const page = await newPage({ baseURL: server.address });
	await page.goto('/exams/quiz?n=1&items=secret-17');
	await beginExam(page);
	await page.getByRole('textbox').fill('1');
	await press(page, 'Look over and hand in');
	await press(page, 'Hand in');
	await page.getByRole('link', { name: 'A new quiz like this' }).waitFor();
	expect(await page.getByRole('link', { name: /^Try the/ }).count()).toBe(0);
});

test('the page of a course counts what can be studied, and also what is kept for exams', async () => {
	const { text } = await ask('/mixed');
	expect(text).toContain(`${keptIds.length - byPoint.length} questions for exams alone`);
	expect(text).toContain(`all ${keptIds.length}<`);
	expect(text).toContain(`all ${keptIds.length * 2}, in an exam`);
	expect(text).not.toContain('points=2"');
});

/** The folders of all routes of the app, from the folder of routes down. */
function routeFolders(routes: string): string[] {
	return readdirSync(routes, { recursive: true, withFileTypes: true })
		.filter(({ name }) => /^\+(page|server)(\.server)?\.(svelte|ts)$/.test(name))
		.map(({ name, parentPath }) => dirname(relative(routes, join(parentPath, name))));
}

/** The paths of a route, with a value for each of its parameters, or each of the values that make a difference. */
function filled(route: string, course: string): { path: string; course: string }[] {
	const values: Record<string, readonly string[]> = {
		primer: [course],
		point: ['0', '1', '2'],
		draw: practiceDraws
	};
	return route
		.split('/')
		.filter((part) => part !== '.' && !/^\(.*\)$/.test(part))
		.reduce<string[]>(
			(before, part) => {
				const name = /^\[+\.*(\w+)/.exec(part)?.[1];
				const each = name === undefined ? [part] : (values[name] ?? ['any']);
				return before.flatMap((path) => each.map((value) => `${path}/${value}`));
			},
			['']
		)
		.map((path) => ({ path: path || '/', course }));
}
