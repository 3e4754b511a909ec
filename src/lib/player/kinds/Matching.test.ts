import { screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { stage } from './staging.svelte.ts';

const user = userEvent.setup();
const list = (name: string) => screen.getByRole('combobox', { name });

describe('matching', () => {
	it('gives the option of each premise, and takes it back', async () => {
		const { answers } = await stage('matching');
		await user.selectOptions(list('Canada'), 'a government');
		await user.selectOptions(list('Siemens'), 'a town');
		expect(answers.at(-1)).toEqual({ canada: 'state', siemens: 'city' });
		await user.selectOptions(list('Canada'), 'Choose…');
		await user.selectOptions(list('Siemens'), 'Choose…');
		expect(answers.at(-1)).toBeNull();
	});

	it('says what became of each pair, and the right one', async () => {
		await stage('matching', { response: { canada: 'state', siemens: 'city' }, told: 'all' });
		const text = screen.getByRole('group', { name: 'Which?' }).textContent.replaceAll(/\s+/g, ' ');
		expect(text).toMatch(/Canada ?Right: ?a government/);
		expect(text).toMatch(/Siemens ?Not right: ?a town/);
		expect(text).toMatch(/Right answer: ?a company/);
		expect(text).toMatch(/Japan ?No answer/);
		expect(screen.getByText('because-c')).toBeVisible();
		expect(screen.queryByRole('combobox')).toBeNull();
	});

	it('leaves the lists open while another try is left', async () => {
		await stage('matching', { response: { canada: 'state', siemens: 'city' }, told: 'given' });
		expect(list('Canada')).toHaveDisplayValue('a government');
		expect(list('Canada')).toHaveAccessibleDescription('because-a');
		expect(list('Japan')).toHaveDisplayValue('Choose…');
		expect(screen.queryByText('because-c')).toBeNull();
	});

	it('can be locked without telling anything', async () => {
		await stage('matching', { response: { canada: 'state' }, locked: true });
		expect(list('Canada')).toBeDisabled();
		expect(list('Canada')).toHaveDisplayValue('a government');
	});

	it('leaves out of a stored response whatever the item does not have', async () => {
		const { answers } = await stage('matching', { response: { nowhere: 'state', canada: 'moon', japan: 4 } });
		expect(list('Canada')).toHaveDisplayValue('Choose…');
		await user.selectOptions(list('Japan'), 'a government');
		expect(answers).toEqual([{ canada: 'moon', japan: 'state' }]);
	});
});
