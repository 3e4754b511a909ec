import { screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { stage } from './staging.svelte.ts';

const user = userEvent.setup();
const verdict = (name: RegExp) => screen.getByRole('radio', { name });

describe('true or false', () => {
	it('gives the verdict, which can be changed, and numbers both', async () => {
		const { answers, solution } = await stage('true-false');
		await user.click(verdict(/True/));
		await user.click(verdict(/False/));
		expect(answers).toEqual(['true', 'false']);
		expect(answers.at(-1)).toBe(solution);
		expect([/True/, /False/].map((name) => verdict(name).dataset['place'])).toEqual(['1', '2']);
	});

	it('tells why the wrong verdict tempts, and why the other is right', async () => {
		await stage('true-false', { response: 'true', told: 'all' });
		expect(verdict(/True/)).toBeChecked();
		expect(verdict(/True/)).toHaveAccessibleDescription('because-b');
		expect(verdict(/False.*Right answer/)).toHaveAccessibleDescription('because-a');
	});

	it('reveals nothing about the other verdict while another try is left', async () => {
		await stage('true-false', { response: 'true', told: 'given', locked: false });
		expect(verdict(/True/)).toHaveAccessibleDescription('because-b');
		expect(verdict(/False/)).not.toHaveAccessibleDescription();
	});
});
