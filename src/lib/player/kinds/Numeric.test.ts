import { screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { stage } from './staging.svelte.ts';

const user = userEvent.setup();
const field = () => screen.getByRole('textbox', { name: 'Which?' });

describe('numeric', () => {
	it('gives the number as typed, whatever its decimal sign', async () => {
		const { answers } = await stage('numeric');
		await user.type(field(), '0,5');
		expect(answers.at(-1)).toBe('0,5');
		expect(field()).toHaveAttribute('inputmode', 'text');
		expect(field()).toHaveAttribute('type', 'text');
	});

	it('says its unit', async () => {
		await stage('numeric');
		expect(field()).toHaveAccessibleDescription('days');
	});

	it('tells the right number with its unit, and why', async () => {
		await stage('numeric', { response: '17', told: 'all' });
		expect(field()).toBeDisabled();
		expect(field()).toHaveAccessibleDescription('days Right answer: 12.5 days because-b');
	});
});
