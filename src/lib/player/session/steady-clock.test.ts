import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { SteadyClock } from './steady-clock.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'Date'] }));
afterEach(() => void vi.useRealTimers());

test('it runs on from where it was set, whatever the device’s clock is set to', () => {
	const clock = new SteadyClock(5_000_000);
	expect(clock.now()).toBe(5_000_000);
	vi.advanceTimersByTime(1500);
	vi.setSystemTime(0);
	expect(clock.now()).toBe(5_001_500);
	vi.advanceTimersByTime(0.4);
	expect(Number.isInteger(clock.now())).toBe(true);
});

test('it is set by a server’s time, which is half the wait old', () => {
	const clock = new SteadyClock(0);
	vi.advanceTimersByTime(1000);
	clock.correct(9000, 400);
	expect(clock.now()).toBe(9200);
	vi.advanceTimersByTime(50);
	expect(clock.now()).toBe(9250);
});
