import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Sent } from '#lib/quiz/exchange.ts';

import { exchangeWith, fetchItems, fetchView } from './server-calls.ts';

const sent: Sent = { answers: [], known: 0, handIn: false };
const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
	vi.stubGlobal('fetch', fetched);
	vi.useFakeTimers();
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
	fetched.mockReset();
});

const ask = () => exchangeWith('/b/quiz/sitting', 'token', sent);
const answering = (status: number, body: string) => fetched.mockResolvedValue(new Response(body, { status }));

test.each([
	[200, { state: 'open', now: 5, answers: [], unfit: [] }],
	[403, { state: 'refused', refusal: 'altered' }],
	[410, { state: 'refused', refusal: 'late' }]
])('what the server of an exam tells with %i is heard', async (status, told) => {
	answering(status, JSON.stringify(told));
	expect(await ask()).toEqual(told);
});

test.each([
	[404, '{"message":"There is no such course.","fix":"Look again."}'],
	[413, '{"message":"Too long."}'],
	[429, '"Slow down."'],
	[200, 'null'],
	[200, '[]'],
	[200, '{"state":"authenticated"}'],
	[200, '{"state":"open"}'],
	[200, '{"state":"open","now":5,"answers":{},"unfit":[]}'],
	[200, '{"state":"closed"}'],
	[200, '{"state":"closed","now":5,"reply":{"type":"graded"}}'],
	[200, '{"state":"closed","now":5,"reply":null,"revealed":{"items":[],"facts":[],"pictures":{}}}'],
	[403, '{"state":"refused","refusal":"blocked by your school"}'],
	[511, '{"state":"open","now":5,"answers":[],"unfit":[]}'],
	[503, '{"state":"refused","refusal":"altered"}'],
	[200, '<h1>Log in to this network</h1>']
])('%i with %s is no word of it: nothing is ended by it, and it is asked again', async (status, body) => {
	answering(status, body);
	await expect(ask()).rejects.toThrow();
});

test('a network that swallows the question, or breaks off the answer, is waited for no longer than sensible', async () => {
	fetched.mockImplementation((_, init) => {
		const { promise, reject } = Promise.withResolvers<Response>();
		init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
		return promise;
	});
	const silent = expect(ask()).rejects.toThrow();
	await vi.advanceTimersByTimeAsync(20_000);
	await silent;

	fetched.mockImplementation((_, init) => {
		const body = new ReadableStream({
			start(controller) {
				init?.signal?.addEventListener('abort', () => controller.error(new Error('aborted')));
			}
		});
		return Promise.resolve(new Response(body));
	});
	const broken = expect(ask()).rejects.toThrow();
	await vi.advanceTimersByTimeAsync(60_000);
	await broken;
	expect(vi.getTimerCount()).toBe(0);
});

const item = { id: 'a', kind: 'single-choice', stem: [], interaction: {} };

describe('what is fetched', () => {
	test('is handed on where it is what was asked for', async () => {
		const revealed = { items: [item], facts: [], pictures: {} };
		answering(200, JSON.stringify(revealed));
		expect(await fetchItems('b', ['a'])).toEqual(revealed);
		answering(200, JSON.stringify([item]));
		expect(await fetchView('/b/quiz/views', 'a', 's')).toEqual(item);
		expect(fetched.mock.lastCall?.[0]).toBe('/b/quiz/views?ids=a&seed=s');
	});

	test.for([
		[404, { message: 'There is no such course.', fix: 'Look again.' }],
		[503, { items: [item], facts: [], pictures: {} }],
		[200, null],
		[200, []],
		[200, 'Log in to this network'],
		[200, { state: 'authenticated' }],
		[200, { items: [item], facts: [] }],
		[200, { items: item, facts: [], pictures: {} }],
		[200, { items: [null], facts: [], pictures: {} }],
		[200, { items: [{ ...item, id: 5 }], facts: [], pictures: {} }],
		[200, { items: [item], facts: null, pictures: {} }]
	] as const)('is refused where it is no items: %i with %j', async ([status, told]) => {
		answering(status, JSON.stringify(told));
		await expect(fetchItems('b', ['a'])).rejects.toThrow(
			`/b/quiz/items?ids=a cannot be fetched (${status}).`
		);
	});

	test.for([
		[200, []],
		[200, item],
		[200, [null]],
		[200, [[]]],
		[200, ['a']],
		[200, [{ ...item, interaction: undefined }]],
		[500, [item]]
	] as const)('is refused where it is no question: %i with %j', async ([status, told]) => {
		answering(status, JSON.stringify(told));
		const asked = '/b/quiz/views?ids=a&seed=s';
		await expect(fetchView('/b/quiz/views', 'a', 's')).rejects.toThrow(asked);
	});
});
