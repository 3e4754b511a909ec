import { screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { stage } from './staging.svelte.ts';

// jsdom draws nothing, so it has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

const user = userEvent.setup();
const pair = (name: string) => {
	const found = screen.getByText(name).closest('details');
	if (!found) throw new Error(`Nothing can be chosen for ${name}.`);
	return found;
};
const option = (name: string, text: string) => within(pair(name)).getByLabelText(text);
const chosen = (name: string) =>
	pair(name).querySelector('summary')?.textContent.replaceAll(/\s+/g, ' ').trim();

describe('matching', () => {
	it('gives the option of each premise, and takes it back', async () => {
		const { answers } = await stage('matching');
		await user.click(option('Canada', 'a government'));
		await user.click(option('Siemens', 'a town'));
		expect(answers.at(-1)).toEqual({ canada: 'state', siemens: 'city' });
		await user.click(option('Canada', 'No answer'));
		await user.click(option('Siemens', 'No answer'));
		expect(answers.at(-1)).toBeNull();
	});

	it('opens the next premise without an answer', async () => {
		await stage('matching');
		const pairs = [...document.querySelectorAll('details')];
		const open = () => pairs.map((each) => each.open);
		for (const [place, each] of pairs.entries()) {
			expect(open()).toEqual(pairs.map((other) => other === each));
			await user.click(within(each).getByLabelText('a town'));
			expect(each.querySelector('summary')).toHaveTextContent(/a town$/);
			await waitFor(() => expect(pairs[place + 1]?.open).not.toBe(false));
		}
		await waitFor(() => expect(open()).not.toContain(true));
	});

	it('stays where it is while arrows go along the options', async () => {
		const { answers } = await stage('matching');
		option('Canada', 'a government').focus();
		await user.keyboard('{ArrowDown}');
		expect(answers.length).toBeGreaterThan(0);
		expect(pair('Canada').open).toBe(true);
	});

	it('says what became of each pair, and the right one', async () => {
		await stage('matching', { response: { canada: 'state', siemens: 'city' }, told: 'all' });
		const text = screen.getByRole('group', { name: 'Which?' }).textContent.replaceAll(/\s+/g, ' ');
		expect(text).toMatch(/Canada ?Right: ?a government/);
		expect(text).toMatch(/Siemens ?Not right: ?a town/);
		expect(text).toMatch(/Right answer: ?a company/);
		expect(text).toMatch(/Japan ?No answer/);
		expect(screen.getByText('because-c')).toBeVisible();
		expect(screen.queryByRole('radio')).toBeNull();
	});

	it('can be changed while another try is left', async () => {
		await stage('matching', { response: { canada: 'state', siemens: 'city' }, told: 'given' });
		expect(chosen('Canada')).toBe('Canada Right: a government');
		expect(pair('Canada').querySelector('summary')).toHaveAccessibleDescription('because-a');
		expect(chosen('Japan')).toBe('Japan Choose…');
		expect(pair('Japan').open).toBe(true);
		expect(screen.queryByText('because-c')).toBeNull();
	});

	it('can be locked without telling anything', async () => {
		await stage('matching', { response: { canada: 'state' }, locked: true });
		expect(option('Canada', 'a government')).toBeDisabled();
		expect(chosen('Canada')).toBe('Canada a government');
	});

	it('leaves out of a stored response whatever the item does not have', async () => {
		const { answers } = await stage('matching', { response: { nowhere: 'state', canada: 'moon', japan: 4 } });
		expect(chosen('Canada')).toBe('Canada Choose…');
		await user.click(option('Japan', 'a government'));
		expect(answers).toEqual([{ canada: 'moon', japan: 'state' }]);
	});
});
