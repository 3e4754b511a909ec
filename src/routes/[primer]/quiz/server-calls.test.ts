import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Sent } from '#lib/quiz/exchange.ts';

import { exchangeWith } from './server-calls.ts';

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
