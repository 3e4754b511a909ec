import { screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { stage } from './staging.svelte.ts';

const user = userEvent.setup();
const field = () => screen.getByRole('textbox', { name: 'Which?' });

describe('short text', () => {
	it('gives the text as typed, and nothing once it is cleared', async () => {
		const { answers } = await stage('short-text');
		await user.type(field(), 'Ma ');
		expect(answers).toEqual(['M', 'Ma', 'Ma ']);
		await user.clear(field());
		expect(answers.at(-1)).toBeNull();
	});

	it('hands in the form at Enter', async () => {
		const { form } = await stage('short-text');
		let handedIn = 0;
		form.append(document.createElement('button'));
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			handedIn++;
		});
		await user.type(field(), 'Macron{Enter}');
		expect(handedIn).toBe(1);
	});

	it('tells the right answer, and why an expected wrong one is wrong', async () => {
		await stage('short-text', { response: 'Sarkozy', told: 'all' });
		expect(field()).toBeDisabled();
		expect(field()).toHaveAccessibleDescription('Right answer: Macron because-b');
	});

	it('tells a slip that was forgiven', async () => {
		await stage('short-text', { response: ' Marcon', told: 'all' });
		expect(field()).toHaveAccessibleDescription(/You wrote “Marcon”; we read it as “Macron”/);
	});

	it('treats a response of another shape as none', async () => {
		await stage('short-text', { response: { text: 'Macron' } });
		expect(field()).toHaveValue('');
	});
});
