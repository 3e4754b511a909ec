import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { SentAnswer } from '#lib/classroom/protocol.ts';

import { Outbox } from './outbox.ts';

interface Attempt {
	answer: SentAnswer;
	tell: (told: { kept: string } | { refused: string }) => void;
	fail: () => void;
}

let attempts: Attempt[];
let kept: readonly SentAnswer[];
let outbox: Outbox;

beforeEach(() => {
	vi.useFakeTimers();
	attempts = [];
	kept = [];
	outbox = outboxWith();
});

afterEach(() => {
	outbox.stop();
	vi.useRealTimers();
});

function outboxWith(left: readonly SentAnswer[] = []): Outbox {
	return new Outbox(
		{
			send: (answer) =>
				new Promise((tell, reject) =>
					attempts.push({ answer, tell, fail: () => reject(new Error('no network')) })
				),
			keep: (waiting) => (kept = waiting),
			changed: () => undefined
		},
		left
	);
}

const answer = (round: number, key: string): SentAnswer => ({ round, response: key, certainty: null, key });
const settled = () => vi.advanceTimersByTimeAsync(0);

test('an answer has arrived once the server says so, and not before', async () => {
	outbox.give(answer(1, 'a'));
	expect(outbox.deliveryOf(1)).toEqual({ is: 'sending' });
	expect(kept).toEqual([answer(1, 'a')]);
	attempts[0]?.fail();
	await settled();
	expect([outbox.deliveryOf(1), outbox.isStuck]).toEqual([{ is: 'sending' }, true]);
	outbox.wake();
	attempts[1]?.tell({ kept: 'a' });
	await settled();
	expect(outbox.isStuck).toBe(false);
	expect(outbox.deliveryOf(1)).toEqual({ is: 'kept' });
	expect(kept).toEqual([]);
	expect(outbox.deliveryOf(2)).toBeUndefined();
});

test('an answer that is changed while the first is on its way is sent after it', async () => {
	outbox.give(answer(1, 'a'));
	outbox.give(answer(1, 'b'));
	expect(attempts.map((each) => each.answer.key)).toEqual(['a']);
	attempts[0]?.tell({ kept: 'a' });
	await settled();
	expect(outbox.deliveryOf(1)).toEqual({ is: 'sending' });
	expect(attempts.map((each) => each.answer.key)).toEqual(['a', 'b']);
	attempts[1]?.tell({ refused: 'late' });
	await settled();
	expect(outbox.deliveryOf(1)).toEqual({ is: 'refused', why: 'late' });
});

test('without a network it is sent again, ever more slowly, and at once when the network is back', async () => {
	outbox.give(answer(1, 'a'));
	for (const wait of [500, 1000, 2000, 4000, 8000, 8000]) {
		attempts.at(-1)?.fail();
		await settled();
		const before = attempts.length;
		await vi.advanceTimersByTimeAsync(wait - 1);
		expect(attempts).toHaveLength(before);
		await vi.advanceTimersByTimeAsync(1);
		expect(attempts).toHaveLength(before + 1);
	}
	attempts.at(-1)?.fail();
	await settled();
	const before = attempts.length;
	outbox.wake();
	expect(attempts).toHaveLength(before + 1);
	expect(new Set(attempts.map((each) => each.answer.key))).toEqual(new Set(['a']));
});

test('what a page before this one could not send is sent', () => {
	outbox = outboxWith([answer(1, 'a'), answer(2, 'b')]);
	expect(attempts[0]?.answer).toEqual(answer(1, 'a'));
	expect(outbox.deliveryOf(2)).toEqual({ is: 'sending' });
});

test('whatever fails, the server ends up with the newest answer to each round', async () => {
	vi.useRealTimers();
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean()), { maxLength: 30 }),
			async (given) => {
				const server = new Map<number, string>();
				const fails = given.map(([, isLost]) => isLost);
				const box = new Outbox({
					send: (sent) => {
						if (fails.pop()) return Promise.reject(new Error('no network'));
						server.set(sent.round, sent.key);
						return Promise.resolve({ kept: sent.key });
					},
					keep: () => undefined,
					changed: () => undefined
				});
				given.forEach(([round], index) => box.give(answer(round, String(index))));
				while (given.some(([round]) => box.deliveryOf(round)?.is !== 'kept')) {
					box.wake();
					await Promise.resolve();
				}
				box.stop();
				const newest = new Map(given.map(([round], index) => [round, String(index)]));
				expect(server).toEqual(newest);
			}
		),
		{ numRuns: 50 }
	);
});
