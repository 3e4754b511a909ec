import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { AskAgain, askUntilTold, comeBack, takeOver } from './calls.ts';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** A server that answers as it is said, one request after another, and then as the last. */
function serving(...answers: (Response | null)[]) {
	const asked = vi.fn(() => {
		const next = answers.length > 1 ? answers.shift() : answers[0];
		return next ? Promise.resolve(next.clone()) : Promise.reject(new TypeError('no network'));
	});
	vi.stubGlobal('fetch', asked);
	return asked;
}

const wait = () => Response.json({ refused: 'wait' }, { status: 503 });

test('what a link holds is sent until the server says something to it', async () => {
	const asked = serving(
		null,
		wait(),
		new Response('<p>Log in to the network</p>'),
		Response.json({ code: 'CODE' })
	);
	const delayed = vi.fn();
	const told = askUntilTold(() => takeOver('/live/c', 'key'), new AbortController().signal, delayed);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(await told).toEqual({ code: 'CODE' });
	expect([asked.mock.calls.length, delayed.mock.calls.length]).toEqual([4, 3]);
});

test('a refusal ends it, and so does leaving the page', async () => {
	serving(wait(), Response.json({ refused: 'not-pupil' }, { status: 403 }));
	const told = askUntilTold(() => comeBack('/live/c', 'token'), new AbortController().signal, vi.fn());
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await told).toEqual({ refused: 'not-pupil' });

	const asked = serving(null);
	const stop = new AbortController();
	const left = askUntilTold(() => comeBack('/live/c', 'token'), stop.signal, vi.fn());
	await vi.advanceTimersByTimeAsync(1);
	stop.abort();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(await left).toBeUndefined();
	expect(asked).toHaveBeenCalledOnce();
});

test('it is asked ever more rarely, and a fault of the page is none of the network', async () => {
	const asked = serving(null);
	const stop = new AbortController();
	void askUntilTold(() => comeBack('/live/c', 'token'), stop.signal, vi.fn());
	await vi.advanceTimersByTimeAsync(10 * 60_000);
	stop.abort();
	// Every 8 to 16 seconds in the end.
	expect(asked.mock.calls.length).toBeGreaterThan(600 / 16 - 2);
	expect(asked.mock.calls.length).toBeLessThan(600 / 8 + 5);
	const faulty = () => Promise.reject(new RangeError('of our own'));
	await expect(askUntilTold(faulty, new AbortController().signal, vi.fn())).rejects.toThrow('of our own');
	expect(new AskAgain('wait').why).toBe('wait');
});
