import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import Timer from './Timer.svelte';

/** What is said while the time left, in seconds, goes through some moments. */
async function saidAt(...seconds: number[]): Promise<string[]> {
	const [first = 0, ...rest] = seconds;
	const { rerender } = render(Timer, { left: first * 1000 });
	const said = [screen.getByRole('status').textContent];
	for (const left of rest) {
		await rerender({ left: left * 1000 });
		said.push(screen.getByRole('status').textContent);
	}
	return said;
}

test.each([
	[
		'a long exam comes to its last minutes',
		[360, 301, 300, 241, 240],
		['', '', 'Five minutes left', 'Five minutes left', '']
	],
	[
		'and to its last minute',
		[120, 61, 60, 59, 1],
		['', '', '', 'Less than a minute left', 'Less than a minute left']
	],
	['an exam of five minutes begins', [300, 299, 241], ['', '', '']],
	['an exam of four and a half begins', [270, 269, 241], ['', '', '']],
	['an exam of one minute begins', [60, 59, 30], ['', '', '']],
	['an exam of five minutes comes to its last', [300, 120, 59], ['', '', 'Less than a minute left']]
])('the time is said when %s', async (_, seconds, said) => {
	expect(await saidAt(...seconds)).toEqual(said);
});
