import { fireEvent, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { stage } from './staging.svelte.ts';

const box = (name: RegExp | string) => screen.getByRole('checkbox', { name });
const user = userEvent.setup();

describe('multiple response', () => {
	it('gives the ids of the chosen options, and nothing once all are let go', async () => {
		const { answers } = await stage('multiple-response');
		await user.click(box('elections'));
		await user.click(box('hospitals'));
		expect(answers).toEqual([['elections'], ['elections', 'hospitals']]);
		expect(screen.getByText('2 chosen')).toBeVisible();
		await user.click(box('elections'));
		await user.click(box('hospitals'));
		expect(answers.at(-1)).toBeNull();
	});

	it('has each option as a stop of the Tab key, which Space chooses, and leaves the arrows to the page', async () => {
		const { answers } = await stage('multiple-response');
		const boxes = screen.getAllByRole('checkbox');
		for (const box of boxes) {
			await user.tab();
			expect(box).toHaveFocus();
			for (const key of ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])
				expect(await fireEvent.keyDown(box, { key }), key).toBe(true);
			expect(box).toHaveFocus();
		}
		await user.keyboard(' ');
		expect(answers).toEqual([[boxes[4]?.getAttribute('value')]]);
		await user.tab();
		expect(document.body).toHaveFocus();
		await user.tab({ shift: true });
		expect(boxes[4]).toHaveFocus();
	});

	it('numbers the options for the number keys', async () => {
		await stage('multiple-response');
		const places = screen.getAllByRole('checkbox').map((input) => input.getAttribute('data-place'));
		expect(places).toEqual(['1', '2', '3', '4', '5']);
	});

	it('says what became of each option, and why', async () => {
		await stage('multiple-response', { response: ['hospitals', 'moonshots'], told: 'all' });
		expect(box(/^Right:.hospitals/)).toBeChecked();
		expect(box(/^Not right:.moonshots/)).toHaveAccessibleDescription('because-c');
		expect(box(/^elections Right answer/)).not.toBeChecked();
		expect(box('postage')).toHaveAccessibleDescription('because-e');
		for (const input of screen.getAllByRole('checkbox')) expect(input).toBeDisabled();
	});

	it('reveals nothing about what was not chosen while another try is left', async () => {
		await stage('multiple-response', { response: ['hospitals', 'moonshots'], told: 'given' });
		expect(box('elections')).toBeEnabled();
		expect(screen.queryByText('because-b')).toBeNull();
		expect(screen.getByText('because-c')).toBeVisible();
	});

	it('leaves out of a stored response whatever the item does not have', async () => {
		const { answers } = await stage('multiple-response', { response: ['nonsense', 7, 'elections'] });
		await user.click(box('hospitals'));
		expect(answers).toEqual([['elections', 'hospitals']]);
	});
});
