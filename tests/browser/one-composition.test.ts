import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { changed, ITEMS, PRIMER } from '#lib/bank/fixtures.ts';
import type { SittingReply } from '#lib/quiz/exchange.ts';

import { root } from '../../src/setup/project.js';
import { startDevelopment } from './development.ts';
import { hostClass } from './hosting.ts';
import { startServer, type RunningServer } from './serve.ts';
import { waitFor } from '../wait-for.ts';

/** What only the code that reads courses says, and only the code that keeps exams. */
const OF_THE_READER = 'there is no folder of questions in it';
const OF_THE_STORES = 'are lost when it ends';

let questions: string;
let server: Pick<RunningServer, 'address' | 'stop'> | undefined;

beforeEach(() => {
	questions = mkdtempSync(join(tmpdir(), 'five-points-'));
	swapIn(1);
});

afterEach(async () => {
	await server?.stop();
	server = undefined;
	rmSync(questions, { recursive: true });
});

/** Replaces the whole course with another state of it, in one stroke. All its texts say which state it is. */
function swapIn(state: number): void {
	const folder = join(questions, `.state-${state}`);
	mkdirSync(folder);
	const primer = changed(PRIMER, [['A primer', `A primer, ${told(state)}`]]);
	const items = changed(ITEMS, [
		['Which is', `By ${told(state)}, which is`],
		['How many', `By ${told(state)}, how many`]
	]);
	writeFileSync(join(folder, 'primer.yaml'), primer);
	writeFileSync(join(folder, '1.yaml'), items);
	symlinkSync(`.state-${state}`, join(questions, '.next'));
	renameSync(join(questions, '.next'), join(questions, 'course'));
}

const told = (state: number): string => `state ${state}`;

/** The states of the course that an answer mentions. */
async function statesAt(path: string): Promise<string[]> {
	const response = await fetch(addressOf(path));
	const text = await response.text();
	if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`);
	return [...new Set(text.match(/state \d+/g))];
}

function addressOf(path: string): string {
	return `${server?.address ?? ''}${path}`;
}

/** What the plain handler says of the library, and what SvelteKit says. */
async function fingerprints(): Promise<string[]> {
	const health = (await (await fetch(addressOf('/health'))).json()) as { fingerprint: string };
	const page = await fetch(addressOf('/course'));
	expect(await page.text()).toContain('A primer');
	return [health.fingerprint, page.headers.get('x-fingerprint')?.split('-').at(-1) ?? ''];
}

test('what SvelteKit has built has no copy of the code that reads courses and keeps exams', () => {
	const sources = ['src/lib/bank/read.server.ts', 'src/lib/server/open-stores.ts'];
	const told = sources.map((file) => readFileSync(join(root, file), 'utf8'));
	expect(told).toEqual([expect.stringContaining(OF_THE_READER), expect.stringContaining(OF_THE_STORES)]);
	const folder = join(root, 'build/server');
	const built = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.js'))
		.map((name) => readFileSync(join(folder, name), 'utf8'))
		.join('\n');
	// Packages of the server are imported where they are needed, not copied: this is one of them.
	expect(built).toMatch(/from ["']valibot["']/);
	expect(built).not.toMatch(/(from|import)\s*\(?\s*["'](js-yaml|kysely|pg|node:sqlite)["']/);
	for (const words of [OF_THE_READER, OF_THE_STORES]) expect(built).not.toContain(words);
});

describe('pages and plain handlers answer from one library', () => {
	test('under “npm start”', async () => {
		server = await startServer({ QUESTIONS: questions }, ['--watch']);
		const before = await fingerprints();
		expect(before[0]).toMatch(/^[\da-f]{12}$/);
		expect(before[1]).toBe(before[0]);
		swapIn(2);
		await waitFor(async () => expect((await fingerprints())[0]).not.toBe(before[0]));
		const after = await fingerprints();
		expect(after[1]).toBe(after[0]);
	});

	test('under “npm run dev”, by the same handlers', async () => {
		server = await startDevelopment({ QUESTIONS: questions });
		// A development server of another test may just be writing the messages of the same folder.
		const before = await waitFor(fingerprints);
		expect(before[0]).toMatch(/^[\da-f]{12}$/);
		expect(before[1]).toBe(before[0]);
		swapIn(2);
		await waitFor(async () => expect((await fingerprints())[0]).not.toBe(before[0]));
		const after = await fingerprints();
		expect(after[1]).toBe(after[0]);
	});
});

test('a class goes on under “npm run dev”, too: it is made, joined, told by a stream, and shown by a page', async () => {
	server = await startDevelopment({ QUESTIONS: questions });
	const hosted = await hostClass({ primer: 'course', items: ['first'] }, server.address);
	const { cookie } = await hosted.join('Ada');
	const leaving = new AbortController();
	const stream = await fetch(addressOf(`/live/${hosted.id}/stream?as=pupil`), {
		headers: { cookie },
		signal: leaving.signal
	});
	let heard = '';
	const reading = async () => {
		for await (const part of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) heard += part;
	};
	void reading().catch(() => undefined);
	await waitFor(() => expect(heard).toContain('"phase":"lobby"'));
	await hosted.act({ type: 'ask', position: 0 });
	await waitFor(() => expect(heard).toContain('"phase":"asking"'));
	const page = await fetch(addressOf(`/class/${hosted.id}`), { headers: { cookie } });
	expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Ada')]);
	leaving.abort();
});

test('while courses are replaced, every answer is of one state from beginning to end', async () => {
	server = await startServer({ QUESTIONS: questions }, ['--watch']);
	const paths = ['/course/course', '/course/quiz?items=first,number&seed=1', '/course/print', '/course/bank'];
	const last = 6;
	const seen = paths.map((path) => ({ path, states: new Array<string>() }));
	const asking = seen.map(async ({ path, states }) => {
		while (states.at(-1) !== told(last)) {
			const [state, ...others] = await statesAt(path);
			expect([path, state, others]).toEqual([path, expect.any(String), []]);
			if (state !== undefined) states.push(state);
		}
	});
	for (let state = 2; state <= last; state++) {
		swapIn(state);
		// The next comes once this one was seen everywhere, however long a busy machine takes for a page.
		const isSeen = () => expect(seen.map(({ states }) => states.at(-1))).toEqual(seen.map(() => told(state)));
		await waitFor(isSeen);
	}
	await Promise.all(asking);
	for (const { states } of seen) {
		expect(states).toEqual(states.toSorted());
		expect(new Set(states).size).toBeGreaterThanOrEqual(last - 1);
	}
});

test('a running exam goes on, and is graded, when the course is replaced meanwhile', async () => {
	server = await startServer({ QUESTIONS: questions }, ['--watch']);
	const exam = '/course/quiz?behaviour=exam&items=first,number&seed=1&minutes=5';
	const begun = await fetch(addressOf(exam.replace('?', '?/start&')), {
		method: 'POST',
		redirect: 'manual',
		headers: { Origin: server.address, Accept: 'text/html' },
		body: new URLSearchParams()
	});
	const sitting = /sitting=(.+)/.exec(begun.headers.get('location') ?? '')?.[1] ?? '';
	const send = async (item: string, response: unknown, handIn = false): Promise<SittingReply> => {
		const body = { sitting, answers: [{ item, response, at: Date.now() }], known: 0, handIn };
		const answered = await fetch(addressOf('/course/quiz/sitting'), {
			method: 'POST',
			headers: { Origin: addressOf(''), 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
		return (await answered.json()) as SittingReply;
	};
	expect(await send('first', 'one')).toMatchObject({ state: 'open', unfit: [] });
	swapIn(2);
	await waitFor(async () => expect(await statesAt('/course')).toEqual([told(2)]));
	expect(await statesAt(`/course/quiz?sitting=${sitting}`)).toEqual([told(2)]);
	expect(await send('number', '2', true)).toMatchObject({
		state: 'closed',
		reply: {
			grades: { first: { fraction: 1 }, number: { fraction: 1 } },
			closing: { gone: [] }
		}
	});
});
