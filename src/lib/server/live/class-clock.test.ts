import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { phaseOf } from '#lib/classroom/view.ts';
import { answerOf } from '#lib/server/classes/staging.ts';

import { giveAnswer } from './answer.ts';
import { ClassClock } from './class-clock.ts';
import { GRACE } from './due-timer.ts';
import { LiveClass } from './live-class.ts';
import type { LiveServices } from './live-services.ts';
import { LiveClasses } from './live-classes.ts';
import { keepClass, liveServices } from './staging.ts';

const START = 1_000_000_000_000;
const HOUR = 3_600_000;

let services: LiveServices;
let opened: LiveClass[];
/** How far the clock of the machine has been set, in milliseconds. */
let set: number;

beforeEach(() => {
	vi.useFakeTimers({ now: START });
	set = 0;
	services = { ...liveServices(), now: () => Date.now() + set };
	opened = [];
});

afterEach(async () => {
	for (const live of opened) live.stop();
	await services.bus.close();
	vi.useRealTimers();
});

async function open(given: LiveServices = services): Promise<LiveClass> {
	const live = await LiveClass.open('c', given);
	if (!live) throw new Error('There is no class.');
	opened.push(live);
	return live;
}

const ask = (live: LiveClass) => live.act((at) => ({ type: 'ask', at, position: 0 }));

function answer(live: LiveClass) {
	const { at: _, ...given } = answerOf('p', { response: 'one' });
	return giveAnswer(services, live, given);
}

test('begins with the time of the machine, and is never behind what has happened', () => {
	const clock = new ClassClock(services);
	expect(clock.now()).toBe(START);
	clock.sees(START - 5);
	expect(clock.now()).toBe(START);
	clock.sees(START + 5000);
	vi.advanceTimersByTime(1000);
	expect(clock.now()).toBe(START + 6000);
});

describe.each([
	['forward', HOUR],
	['back', -HOUR]
])('where the clock of the server is set %s by an hour', (_, shift) => {
	test('a question has the time that it was given, and answers come in time', async () => {
		await keepClass(services, { seconds: 20, closesWhenAll: false }, 'p');
		const live = await open();
		await ask(live);
		set = shift;
		await vi.advanceTimersByTimeAsync(19_000);
		expect(phaseOf(live.state)).toBe('asking');
		expect(await answer(live)).toBe('kept');
		await vi.advanceTimersByTimeAsync(1000 + GRACE);
		expect(phaseOf(live.state)).toBe('closed');
		expect(live.state.context.rounds[0]).toMatchObject({ opensAt: START, closedAt: START + 20_000 });
	});

	test('what looks for what is due in all classes does not close a question early, nor never', async () => {
		await keepClass(services, { seconds: 20, closesWhenAll: false }, 'p');
		const classes = new LiveClasses(services);
		const live = await classes.open('c');
		if (!live) throw new Error('There is no class.');
		const stop = live.onlookers.listen(() => undefined);
		await ask(live);
		set = shift;
		await vi.advanceTimersByTimeAsync(19_000);
		expect(phaseOf(live.state)).toBe('asking');
		await vi.advanceTimersByTimeAsync(1000 + GRACE);
		expect(phaseOf(live.state)).toBe('closed');
		stop();
		await classes.close();
	});

	test('more time is as much more as was given', async () => {
		await keepClass(services, { seconds: 20 }, 'p');
		const live = await open();
		await ask(live);
		set = shift;
		await vi.advanceTimersByTimeAsync(5000);
		await live.act((at) => ({ type: 'extend', at, round: 1, seconds: -10 }));
		expect(live.state.context.rounds[0]?.length).toBe(10_000);
		await vi.advanceTimersByTimeAsync(5000 + GRACE);
		expect(phaseOf(live.state)).toBe('closed');
	});
});

test('after a restart with a clock that was set back, a question still closes when its time is over', async () => {
	await keepClass(services, { seconds: 20 }, 'p');
	const before = await open();
	await vi.advanceTimersByTimeAsync(5000);
	await ask(before);
	before.stop();
	set = -HOUR;
	const after = await open();
	expect(after.clock.now()).toBe(START + 5000);
	await vi.advanceTimersByTimeAsync(19_999 + GRACE);
	expect(phaseOf(after.state)).toBe('asking');
	await vi.advanceTimersByTimeAsync(1);
	expect(phaseOf(after.state)).toBe('closed');
});

test('of two servers whose clocks differ, both take an answer for as long', async () => {
	await keepClass(services, { seconds: 20, closesWhenAll: false }, 'p');
	const late = await open({ ...services, now: () => Date.now() - HOUR });
	const right = await open();
	await ask(right);
	await vi.advanceTimersByTimeAsync(0);
	expect(late.clock.now()).toBe(right.clock.now());
	await vi.advanceTimersByTimeAsync(19_000);
	expect([phaseOf(late.state), phaseOf(right.state)]).toEqual(['asking', 'asking']);
	expect(await answer(late)).toBe('kept');
	await vi.advanceTimersByTimeAsync(1000 + GRACE);
	expect([phaseOf(late.state), phaseOf(right.state)]).toEqual(['closed', 'closed']);
});
