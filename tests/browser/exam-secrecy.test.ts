import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, inject } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { withLinkedWords } from '#lib/bank/linked-words.ts';
import { samples } from '#lib/kinds/index.ts';

import { root } from '../../src/setup/project.js';
import { test } from './browser.ts';
import { course, itemsAskedAt, quizPath } from './course.ts';
import { answer, beginExam, expectHeading, expectQuestion, press } from './learner.ts';
import { leaks, secretsOf, shownOf } from './secrets.ts';
import { startServer, type RunningServer } from './serve.ts';

const home = `/${course.primer.id}`;
const quiz = `${home}/quiz`;
/** As the server sends them: with links to the words to know. */
const { items } = withLinkedWords(course, `${home}/words`);

/** The course that the app comes with, set for exams alone, so that nobody may have its keys before the end. */
let folder: string;
let server: RunningServer;
/** A page of the app without any question: its words are on every page. */
let ordinary: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'five-points-'));
	cpSync(join(root, 'questions'), folder, { recursive: true });
	// Lessons ask what everybody may see: a course for exams alone has no guide for them.
	for (const edition of ['', 'fr']) rmSync(join(folder, course.primer.id, edition, 'guide.yaml'));
	const primer = join(folder, course.primer.id, 'primer.yaml');
	writeFileSync(primer, readFileSync(primer, 'utf8').replace(/^language: .*$/m, '$&\nserves: exam'));
	server = await startServer({ QUESTIONS: folder });
	ordinary = await (await fetch(`${server.address}/nowhere`)).text();
});

afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true });
});

describe('no page of an exam holds a key before its end', () => {
	/** All that the server sends of an exam over an item before its end. */
	async function pagesOf(item: Item): Promise<string[]> {
		const address = quizPath({ behaviour: 'exam', items: [item.id] });
		const start = await get(address);
		const sitting = await begin(address);
		return [
			start,
			await get(address.replace(quiz, `${quiz}/__data.json`)),
			await get(`${quiz}?sitting=${sitting}`),
			await get(`${quiz}/__data.json?sitting=${sitting}`),
			await post(`${quiz}?/act&sitting=${sitting}`, { do: 'flag' }),
			await post(`${quiz}?/act&sitting=${sitting}`, { do: 'check' }),
			await post(`${quiz}?/act&sitting=${sitting}`, { do: 'finish' })
		];
	}

	/** Two short items, and their pages: what is in those of one is in those of each, such as names in its markup. */
	const short = items.filter(({ kind }) => kind === 'numeric').slice(0, 2);
	let pagesOfShort: string[] = [];

	beforeAll(async () => {
		expect(short).toHaveLength(2);
		pagesOfShort = await Promise.all(short.map(async (item) => (await pagesOf(item)).join('\n')));
	});

	for (const item of items) {
		test(item.id, async () => {
			const pages = await pagesOf(item);
			const besides = `${ordinary}\n${pagesOfShort[item === short[0] ? 1 : 0] ?? ''}`;
			for (const page of pages) expect(leaks(page, item, besides), item.id).toEqual([]);
			expect(pages[2], 'the exam asks the item').toContain(`"${item.id}"`);
		});
	}
});

test('without an exam, no page of the course holds a key', async () => {
	const ids = course.items.map(({ id }) => id).join(',');
	const pages = ['', '/course', '/bank', '/facts', '/print?key=with', '/flashcards', '/review', '/learn/1'];
	const asking = [`items?ids=${ids}`, `views?ids=${ids}&seed=s`].map((path) => `/quiz/${path}`);
	const told = [...pages, ...asking].map((path) => ({ path, items: course.items }));
	const playing = course.items.map((item) => ({ path: `/quiz?items=${item.id}&seed=s`, items: [item] }));
	for (const { path, items } of [...told, ...playing]) {
		const text = await (await fetch(server.address + home + path)).text();
		for (const item of items) {
			// A single word of a key may appear anywhere, such as in an id; only a key has a whole sentence about it.
			const words = leaks(text, item, ordinary).filter((leak) => leak.split(' ').length > 3);
			expect(words, `${item.id} at ${path}`).toEqual([]);
		}
	}
});

test('the search for keys finds them where they are: in practice, and in an exam that is handed in', async () => {
	for (const item of items) {
		expect(secretsOf(item).length, item.id).toBeGreaterThan(1);
		const practice = await (await fetch(`${inject('address')}${quiz}/items?ids=${item.id}`)).text();
		expect(leaks(practice, item), item.id).toEqual(
			expect.arrayContaining([...secretsOf(item), 'why":', 'explanation":'])
		);
	}
	const [item] = course.items;
	if (!item) throw new Error('the course has no item');
	const sitting = await begin(quizPath({ behaviour: 'exam', items: [item.id] }));
	const handedIn = await post(`${quiz}?/act&sitting=${sitting}`, {
		startedAt: String(Date.now() - 1000),
		log: '[]',
		do: 'finish'
	});
	const log = /name="log" value="([^"]*)"/.exec(handedIn)?.[1]?.replaceAll('&quot;', '"') ?? '';
	const graded = await post(`${quiz}?/act&sitting=${sitting}`, {
		startedAt: String(Date.now() - 1000),
		log,
		do: 'submit'
	});
	expect(leaks(graded, item)).toEqual(expect.arrayContaining(['why":', 'explanation":', 'key":']));
});

test('nothing that the browser gets during an exam holds a key, and all of it comes with the grades', async ({
	newPage
}) => {
	const page = await newPage({ baseURL: server.address });
	const address = quizPath({ behaviour: 'exam', count: 12 });
	const items = itemsAskedAt(address);
	const bodies: Promise<{ url: string; text: string }>[] = [];
	page.on('response', (response) => {
		if (response.status() === 200)
			bodies.push(
				response.text().then(
					(text) => ({ url: new URL(response.url()).pathname, text }),
					// Whatever was still on its way when the page closed has reached nobody.
					() => ({ url: '', text: '' })
				)
			);
	});
	const shownBeside = (item: Item) =>
		[ordinary, ...items.filter((other) => other !== item).map(shownOf)].join('\n');
	const found = async () =>
		(await Promise.all(bodies)).flatMap(({ url, text }) =>
			items.flatMap((item) =>
				leaks(text, item, shownBeside(item))
					// The app's own scripts name the fields of an item; they must not hold its words.
					.filter((leak) => !(url.startsWith('/_app/') && leak.endsWith(':')))
					.map((leak) => `${item.id} in ${url}: ${leak}`)
			)
		);

	await page.goto(address);
	await beginExam(page);
	for (const item of items) {
		await expectQuestion(page, item);
		await answer(page, item, samples(item).right);
		await press(page, /^(Next|Look over and hand in)$/);
	}
	await expectHeading(page, 'Before you hand in');
	await page.waitForLoadState('networkidle');
	expect(await found()).toEqual([]);

	await press(page, 'Hand in');
	await expectHeading(page, '12 of 12 marks');
	const told = (await found()).join('\n');
	for (const { id } of items) expect(told).toContain(`${id} in ${quiz}/sitting: explanation":`);
});

async function get(address: string): Promise<string> {
	const response = await fetch(server.address + address);
	expect(response.status, address).toBe(200);
	return response.text();
}

async function post(address: string, fields: Record<string, string>): Promise<string> {
	const response = await send(address, fields);
	expect(response.status, address).toBe(200);
	return response.text();
}

/** Begins the exam of an address as its start page does, and returns what its address says of the sitting. */
async function begin(address: string): Promise<string> {
	const { headers } = await send(address.replace('?', '?/start&'), {});
	const sitting = /sitting=(.+)/.exec(headers.get('location') ?? '')?.[1];
	if (sitting === undefined) throw new Error(`No exam was handed out at ${address}.`);
	return sitting;
}

function send(address: string, fields: Record<string, string>): Promise<Response> {
	return fetch(server.address + address, {
		method: 'POST',
		redirect: 'manual',
		headers: { Origin: server.address, Accept: 'text/html' },
		body: new URLSearchParams(fields)
	});
}
