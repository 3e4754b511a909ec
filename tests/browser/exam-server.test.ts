import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, describe, expect, inject, onTestFinished } from 'vitest';

import { samples } from '#lib/kinds/index.ts';
import type { SittingReply } from '#lib/quiz/exchange.ts';

import { test } from './browser.ts';
import { course, itemAskedAt, itemsAskedAt, quizPath } from './course.ts';
import { answer, beginExam, expectHeading, expectQuestion, openLive, press } from './learner.ts';
import { SHIFTED, startServer, type RunningServer } from './serve.ts';

const address = quizPath({ behaviour: 'exam', count: 3 });
const items = itemsAskedAt(address);
const first = itemAskedAt(address, 1);

let folder = '';
let server: RunningServer | undefined;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'five-points-exams-'));
	// Once the pages of a test are closed: they go on loading what comes next.
	onTestFinished(async () => {
		await server?.stop();
		await rm(folder, { recursive: true, force: true });
	});
});

async function serve(environment: NodeJS.ProcessEnv = {}): Promise<string> {
	server = await startServer({ DATA: folder, ...environment });
	return server.address;
}

/** Begins the exam as its start page does, and returns what its address says of the sitting. */
async function begin(origin: string, exam = address): Promise<string> {
	const { headers } = await fetch(origin + exam.replace('?', '?/start&'), {
		method: 'POST',
		redirect: 'manual',
		headers: { Origin: origin, Accept: 'text/html' },
		body: new URLSearchParams()
	});
	const sitting = /sitting=(.+)/.exec(headers.get('location') ?? '')?.[1];
	if (sitting === undefined) throw new Error('No exam was handed out.');
	return sitting;
}

/** Sends what was answered, as a page does. */
async function send(
	origin: string,
	sitting: string,
	answers: { item: string; response: unknown; at?: number }[],
	handIn = false
): Promise<SittingReply> {
	const response = await fetch(`${origin}/paris-call/quiz/sitting`, {
		method: 'POST',
		headers: { Origin: origin, 'content-type': 'application/json' },
		body: JSON.stringify({
			sitting,
			answers: answers.map((given) => ({ at: Date.now(), ...given })),
			known: 0,
			handIn
		})
	});
	return (await response.json()) as SittingReply;
}

const right = (place: number) => {
	const item = items[place];
	if (!item) throw new Error(`The exam asks nothing at ${place}.`);
	return { item: item.id, response: samples(item).right };
};

test('what was acknowledged is still there after the server was killed, and the exam can go on', async ({
	newPage
}) => {
	const origin = await serve();
	const sitting = await begin(origin);
	for (const place of [0, 1])
		expect(await send(origin, sitting, [right(place)])).toMatchObject({ state: 'open' });
	await server?.stop('SIGKILL');

	const again = await serve();
	const page = await newPage({ baseURL: again });
	await openLive(page, `/paris-call/quiz?sitting=${sitting}`);
	await press(page, 'Overview');
	await page.getByText('One question has no answer.').waitFor();
	await press(page, 'Hand in');
	await expectHeading(page, '2 of 3 marks');
});

test('an answer given while the server is down is sent when it is back', async ({ newPage, trouble }) => {
	trouble.expect(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/);
	const origin = await serve();
	const page = await newPage({ baseURL: origin });
	await page.goto(address);
	await beginExam(page);
	await expectQuestion(page, first);
	await page.waitForLoadState('networkidle');
	await server?.stop('SIGKILL');
	await answer(page, first, samples(first).right);
	await press(page, 'Next');
	await page.getByRole('status').getByText('The server does not answer.').waitFor();
	await serve({ PORT: new URL(origin).port });
	await press(page, 'Overview');
	await page.getByText('The server has all your answers.').waitFor();
});

describe('an exam whose time is over', () => {
	test('is graded with what the server has, even if the page was asleep', async ({ newPage }) => {
		const origin = await serve(SHIFTED);
		const page = await newPage({ baseURL: origin });
		await page.goto(address);
		await beginExam(page);
		await expectQuestion(page, first);
		await answer(page, first, samples(first).right);
		await press(page, 'Overview');
		await page.getByText('The server has all your answers.').waitFor();
		await server?.passHour();
		// It asks again on waking.
		await page.evaluate(() => dispatchEvent(new Event('online')));
		await expectHeading(page, '1 of 3 marks');
		await page.getByText('Time is up; your answers were handed in.').waitFor();
		await page.reload();
		await expectHeading(page, '1 of 3 marks');
	});

	test('shows, on the page that was asleep, which answers came too late', async ({ newPage }) => {
		const origin = await serve(SHIFTED);
		const page = await newPage({ baseURL: origin });
		await page.goto(address);
		await beginExam(page);
		await expectQuestion(page, first);
		await page.waitForLoadState('networkidle');
		await server?.passHour();
		await answer(page, first, samples(first).right);
		await press(page, 'Next');
		await expectHeading(page, '0 of 3 marks');
		await page
			.getByText('One answer was not on the server by the end, so it does not count: question 1.')
			.waitFor();
	});

	test('takes no later hand-in, and gives the first grade again', async () => {
		const origin = await serve(SHIFTED);
		const sitting = await begin(origin);
		await send(origin, sitting, [right(0)]);
		await server?.passHour();
		const late = await send(origin, sitting, [right(1)], true);
		const again = await send(origin, sitting, [right(2)], true);
		expect(late).toMatchObject({ state: 'closed', reply: { closing: { by: 'time' } } });
		expect({ ...again, now: 0 }).toEqual({ ...late, now: 0 });
	});
});

test('the address of an exam is short, however many questions it asks', async () => {
	const origin = inject('address');
	const all = quizPath({ behaviour: 'exam', count: course.items.length });
	const sitting = await begin(origin, all);
	expect(sitting.length).toBeLessThan(60);
	const page = await fetch(`${origin}/paris-call/quiz?sitting=${sitting}`);
	expect(page.status).toBe(200);
	const text = await page.text();
	for (const { id } of itemsAskedAt(all)) expect(text).toContain(`"${id}"`);
});

test('an exam is closed once: what was handed in first counts', async () => {
	const origin = inject('address');
	const sitting = await begin(origin);
	const empty = await send(origin, sitting, [], true);
	const full = await send(origin, sitting, [right(0), right(1), right(2)], true);
	expect({ ...full, now: 0 }).toEqual({ ...empty, now: 0 });
	expect(empty).toMatchObject({
		state: 'closed',
		reply: { grades: Object.fromEntries(items.map(({ id }) => [id, { state: 'unanswered' }])) }
	});
});

test('exams still run if nothing can be kept, and the server says so at its start', async () => {
	const origin = await serve({ DATA: '/proc/no-such-place' });
	expect(server?.printed()).toContain('Exams and classes are kept by this process alone');
	const sitting = await begin(origin);
	await send(origin, sitting, [right(0)]);
	expect(await send(origin, sitting, [], true)).toMatchObject({
		state: 'closed',
		reply: { grades: { [first.id]: { fraction: 1 } } }
	});
});

test('a second server on the same folder is refused with a message', async () => {
	await serve();
	await expect(startServer({ DATA: folder })).rejects.toThrow(/another/i);
});

test('an exam that another server handed out, or that is gone, gets a page that says so', async ({
	newPage
}) => {
	const origin = await serve({ SECRET: 'a secret for two servers that share it' });
	const sitting = await begin(origin);
	await server?.stop();
	await rm(folder, { recursive: true });
	const other = await serve({ SECRET: 'a secret for two servers that share it', KEEP_DAYS: '3' });
	const page = await newPage({ baseURL: other });
	await page.goto(`/paris-call/quiz?sitting=${sitting}`);
	await expectHeading(page, 'This exam is no longer kept');
	await page.getByText('The server keeps an exam for 3 days after its end.').waitFor();
	expect(await send(other, sitting, [], true)).toEqual({ state: 'refused', refusal: 'late' });
});
