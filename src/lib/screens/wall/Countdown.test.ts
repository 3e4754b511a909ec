import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import Countdown from './Countdown.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

let now = 0;

/** Lets so many milliseconds pass by the server’s clock, whatever this device’s says. */
async function pass(milliseconds: number): Promise<void> {
	now += milliseconds;
	await vi.advanceTimersByTimeAsync(250);
	await tick();
}

test('the time is that of the server, and its end is said aloud once it is near', async () => {
	now = 1_000_000;
	render(Countdown, { now: () => now, end: 1_030_000, length: 30_000, label: 'Time left', mayGoOn: true });
	await tick();
	expect(screen.getByRole('timer')).toHaveTextContent('0:30');
	expect(screen.getByRole('status')).toHaveTextContent('');
	await pass(21_000);
	expect(screen.getByRole('timer')).toHaveTextContent('0:09');
	expect(screen.getByRole('status')).toHaveTextContent('Ten seconds left');
	await pass(15_000);
	expect(screen.getByRole('timer')).toHaveTextContent('0:00');
	expect(screen.getByText('Some have more time')).toBeInTheDocument();
});

test('a clock that is behind shows no more than there is', async () => {
	now = 0;
	render(Countdown, { now: () => now, end: 90_000, length: 60_000, label: 'Time left' });
	await tick();
	expect(screen.getByRole('timer')).toHaveTextContent('1:00');
});
