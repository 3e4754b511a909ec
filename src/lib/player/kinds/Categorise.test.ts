import { screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { stage } from './staging.svelte.ts';

const user = userEvent.setup();
const radio = (element: string, category: RegExp | string) =>
	within(screen.getByRole('group', { name: element })).getByRole('radio', { name: category });

describe('categorise', () => {
	it('gives the category of each element', async () => {
		const { answers } = await stage('categorise');
		await user.click(radio('Tallinn', 'earlier'));
		await user.click(radio('Geneva', 'earlier'));
		await user.click(radio('Geneva', 'later'));
		expect(answers.at(-1)).toEqual({ tallinn: 'before', geneva: 'after' });
		expect(radio('Tallinn', 'earlier')).toBeChecked();
		expect(radio('Tallinn', 'later')).not.toBeChecked();
	});

	it('says what became of each element, and where it belongs', async () => {
		await stage('categorise', { response: { tallinn: 'before', geneva: 'before' }, told: 'all' });
		expect(radio('Tallinn', /^Right:.earlier/)).toBeDisabled();
		expect(radio('Geneva', /^Not right:.earlier/)).toBeChecked();
		expect(screen.getByRole('group', { name: 'Geneva' })).toHaveAccessibleDescription(
			'Right answer: later because-c'
		);
		expect(screen.getByRole('group', { name: 'Nairobi' })).toHaveAccessibleDescription(
			'Right answer: later because-d'
		);
	});
});
