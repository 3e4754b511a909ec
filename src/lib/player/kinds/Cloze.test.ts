import { screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { stage } from './staging.svelte.ts';

const user = userEvent.setup();
const typed = () => screen.getByRole('textbox', { name: 'Blank 1 of 3' });
const chosen = () => screen.getByRole('combobox', { name: 'Blank 2 of 3' });
const words = (form: HTMLElement) => form.textContent.replaceAll(/\s+/g, ' ');

describe('cloze', () => {
	it('gives what is typed and chosen, by blank, and takes it back', async () => {
		const { answers } = await stage('cloze');
		await user.type(typed(), 'hy');
		await user.selectOptions(chosen(), 'summit');
		expect(answers).toEqual([{ habits: 'h' }, { habits: 'hy' }, { habits: 'hy', event: 'summit' }]);
		await user.clear(typed());
		await user.selectOptions(chosen(), 'Choose…');
		expect(answers.at(-1)).toBeNull();
	});

	it('has its blanks in the text, and helps neither with spelling nor with the length of a word', async () => {
		const { form } = await stage('cloze');
		expect(words(form)).toMatch(/called cyber ?, released at the/);
		expect(typed()).toHaveAttribute('autocomplete', 'off');
		expect(typed()).toHaveAttribute('autocapitalize', 'off');
		expect(typed()).toHaveAttribute('spellcheck', 'false');
		expect(typed()).toHaveAttribute('maxlength', '200');
	});

	it('keeps the lines of its text as they are written', async () => {
		const blank = { id: 'a', accept: ['sea'], why: 'So it goes.' };
		const { form } = await stage('cloze', { changes: { text: 'By the shore\nof the {a}', blanks: [blank] } });
		const text = form.querySelector('p') ?? form;
		expect(text.textContent).toContain('By the shore\nof the');
		expect(text).toHaveStyle({ whiteSpace: 'pre-line' });
	});

	it('says what became of each blank in the text, and why below it', async () => {
		const { form } = await stage('cloze', {
			response: { habits: 'hygeine', event: 'summit' },
			told: 'all'
		});
		expect(words(form)).toMatch(/Blank 1 of 3: ?Right: ?hygeine/);
		expect(words(form)).toMatch(/Blank 2 of 3: ?Not right: ?summit ?Right answer: ?forum/);
		expect(words(form)).toMatch(/Blank 3 of 3: ?No answer ?Right answer: ?2018/);
		const notes = screen.getAllByRole('listitem');
		expect(notes.map((note) => note.textContent.trim().replaceAll(/\s+/g, ' '))).toEqual([
			'You wrote “hygeine”; we read it as “hygiene”. The slip costs nothing. because-a',
			'because-c',
			'because-d'
		]);
		expect(screen.queryByRole('textbox')).toBeNull();
	});

	it('leaves the blanks open while another try is left', async () => {
		await stage('cloze', { response: { habits: 'health', event: 'forum' }, told: 'given' });
		expect(typed()).toBeEnabled();
		expect(typed()).toHaveValue('health');
		expect(typed()).toHaveAccessibleDescription(/no-a/);
		expect(screen.queryByText('because-d')).toBeNull();
	});

	it('can be locked without telling anything', async () => {
		await stage('cloze', { response: { habits: 'health', event: 'nonsense' }, locked: true });
		expect(typed()).toBeDisabled();
		expect(chosen()).toBeDisabled();
		expect(chosen()).toHaveDisplayValue('Choose…');
	});
});
