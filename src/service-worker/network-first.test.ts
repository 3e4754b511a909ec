import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';

import { networkElse, networkFirst, PATIENCE } from './network-first.ts';

const fresh = new Response('fresh');
const kept = new Response('kept');
const keptThere = () => Promise.resolve(kept);
const nothing = () => Promise.resolve(undefined);

beforeEach(() => {
	vi.useFakeTimers();
	onTestFinished(() => void vi.useRealTimers());
});

function after<T>(milliseconds: number, value: T): Promise<T> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds, value));
}

async function answered(answer: Promise<Response | undefined>): Promise<[Response | undefined, number]> {
	const start = Date.now();
	const done = answer.then((response): [Response | undefined, number] => [response, Date.now() - start]);
	await vi.runAllTimersAsync();
	return done;
}

test('the network’s answer counts if it comes in time, and nothing is looked up', async () => {
	const lookUp = vi.fn(keptThere);
	expect(await answered(networkFirst(after(PATIENCE - 1, fresh), lookUp))).toEqual([fresh, PATIENCE - 1]);
	expect(lookUp).not.toHaveBeenCalled();
});

test('a late answer is not waited for if something was kept', async () => {
	expect(await answered(networkFirst(after(60_000, fresh), keptThere))).toEqual([kept, PATIENCE]);
});

test('a late answer is waited for if nothing was', async () => {
	expect(await answered(networkFirst(after(60_000, fresh), nothing))).toEqual([fresh, 60_000]);
});

test('without a network, what was kept comes at once', async () => {
	expect(await answered(networkFirst(Promise.reject(new TypeError()), keptThere))).toEqual([kept, 0]);
	expect(await answered(networkFirst(Promise.reject(new TypeError()), nothing))).toEqual([undefined, 0]);
});

test('a proxy’s failure to reach the server is no answer, but the server’s own refusal is one', async () => {
	const proxy = Promise.resolve(new Response('', { status: 503 }));
	expect(await answered(networkFirst(proxy, keptThere))).toEqual([kept, 0]);
	const missing = new Response('', { status: 404 });
	expect(await answered(networkFirst(Promise.resolve(missing), keptThere))).toEqual([missing, 0]);
});

test('what was kept and cannot be read counts as nothing', async () => {
	const broken = () => Promise.reject(new SyntaxError('broken'));
	expect(await answered(networkFirst(after(60_000, fresh), broken))).toEqual([fresh, 60_000]);
	expect(await answered(networkFirst(Promise.reject(new TypeError()), broken))).toEqual([undefined, 0]);
});

test('what may be outdated waits for the network, and counts only without one', async () => {
	expect(await answered(networkElse(after(60_000, fresh), keptThere))).toEqual([fresh, 60_000]);
	const failing = after(60_000, fresh).then(() => Promise.reject(new TypeError()));
	expect(await answered(networkElse(failing, keptThere))).toEqual([kept, 60_000]);
	const proxy = Promise.resolve(new Response('', { status: 503 }));
	expect(await answered(networkElse(proxy, keptThere))).toEqual([kept, 0]);
});
