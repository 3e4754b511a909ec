import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { answerOf } from '#lib/server/classes/staging.ts';

import { giveAnswer } from './answer.ts';
import { LiveClass } from './live-class.ts';
import type { LiveServices } from './live-services.ts';
import { keepClass, liveServices } from './staging.ts';

/** How long the store takes to count answers, in milliseconds: longer than hosts wait between two tellings. */
const SLOW = 1000;

/** How long it takes at most until word of an answer is heard, in milliseconds; less than the store takes. */
const HEARD = 400;

let services: LiveServices;
let live: LiveClass;
/** How often the answers have been counted. */
let readings: number;

beforeEach(async () => {
	vi.useFakeTimers({ now: 1_000_000 });
	readings = 0;
	const prompt = liveServices();
	services = {
		...prompt,
		answers: {
			...prompt.answers,
			counts: async (...asked) => {
				readings++;
				const counted = await prompt.answers.counts(...asked);
				await new Promise((resolve) => setTimeout(resolve, SLOW));
				return counted;
			}
		}
	};
	await keepClass(services, { closesWhenAll: false }, 'p');
	const opened = await LiveClass.open('c', services);
	if (!opened) throw new Error('There is no class.');
	live = opened;
	await live.act((at) => ({ type: 'ask', at, position: 0 }));
});

afterEach(async () => {
	live.stop();
	await services.bus.close();
	vi.useRealTimers();
});

async function answer(pupil: string): Promise<void> {
	const { at: _, ...given } = answerOf(pupil, { response: 'one' });
	expect(await giveAnswer(services, live, given)).toBe('kept');
}

test('what changes while the store is slow to answer is told once it has answered', async () => {
	live.room.watch();
	await vi.advanceTimersByTimeAsync(HEARD);
	await answer('p');
	await vi.advanceTimersByTimeAsync(SLOW - HEARD);
	expect(live.room.newest?.answered).toBe(0);
	await vi.advanceTimersByTimeAsync(SLOW);
	expect(live.room.newest?.answered).toBe(1);
	await vi.advanceTimersByTimeAsync(3 * SLOW);
	expect(readings).toBe(2);
});

test('what changes while another host has it read is told once the store has answered', async () => {
	live.room.watch();
	await vi.advanceTimersByTimeAsync(SLOW);
	void live.room.read();
	await answer('p');
	await vi.advanceTimersByTimeAsync(2 * SLOW);
	expect(live.room.newest?.answered).toBe(1);
});

test('nothing is read any more once nobody looks', async () => {
	const stop = live.room.watch();
	await answer('p');
	await vi.advanceTimersByTimeAsync(HEARD);
	stop();
	await vi.advanceTimersByTimeAsync(3 * SLOW);
	expect(readings).toBe(1);
});
