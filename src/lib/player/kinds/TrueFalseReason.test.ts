import { screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { stage } from './staging.svelte.ts';

const user = userEvent.setup();
const group = (name: string) => within(screen.getByRole('group', { name }));
const verdict = (name: RegExp | string) => group('Verdict').getByRole('radio', { name });
const reason = (name: RegExp | string) => group('Reason').getByRole('radio', { name });

describe('true or false with a reason', () => {
	it('gives the verdict and the reason, in whichever order they are chosen', async () => {
		const { answers, solution } = await stage('true-false-reason');
		await user.click(reason('it is a declaration'));
		expect(answers).toEqual([{ verdict: null, reason: 'it-is-a-declaration' }]);
		await user.click(verdict('False'));
		expect(answers.at(-1)).toEqual(solution);
	});

	it('keeps the two groups apart and numbers them through', async () => {
		await stage('true-false-reason', { response: { verdict: true, reason: 'only-firms-joined' } });
		expect(verdict('True')).toBeChecked();
		expect(reason('only firms joined')).toBeChecked();
		expect(verdict('True')).toHaveAttribute('data-place', '1');
		expect(verdict('False')).toHaveAttribute('data-place', '2');
		const places = group('Reason')
			.getAllByRole('radio')
			.map((input) => input.getAttribute('data-place'));
		expect(places).toEqual(['3', '4', '5']);
	});

	it('says what became of the verdict and of each reason', async () => {
		await stage('true-false-reason', {
			response: { verdict: true, reason: 'it-is-a-declaration' },
			told: 'all'
		});
		expect(verdict(/^Not right:.True/)).toBeChecked();
		expect(verdict('False Right answer')).toBeDisabled();
		expect(screen.getByText('because-verdict')).toBeVisible();
		expect(reason(/^Right:.it is a declaration/)).toHaveAccessibleDescription('because-a');
	});

	it('treats a response of another shape as none', async () => {
		await stage('true-false-reason', { response: { verdict: 'true', reason: 3 } });
		for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked();
	});
});
